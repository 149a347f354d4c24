/** What is asked for, and how it is read on 2026-11-20: kind, period, scope in 〔〕, 滞后 alone as late, form. `?` stays a question. */
export const ASKED = `
给我一份三季度通报 = quarterly 2026Q3
三季度的通报发我一下 = quarterly 2026Q3
出一份第三季度督查通报，word版 = quarterly 2026Q3 docx
把上季度的通报发给我 = quarterly 2026Q3
上个季度的通报 = quarterly 2026Q3
本季度通报 = quarterly 2026Q4
去年四季度的通报 = quarterly 2025Q4
2026年二季度通报导出word = quarterly 2026Q2 docx
三季度完成情况汇总 = quarterly 2026Q3
三季度任务完成情况汇总一下 = quarterly 2026Q3
汇总一下三季度的完成情况 = quarterly 2026Q3
第三季度的总体情况出一份材料 = quarterly 2026Q3
一到三季度的完成情况汇总 = quarterly 2026Q3
前三季度的总结 = quarterly 2026Q3
6月的月报 = monthly 2026-06
10月份月报发我 = monthly 2026-10
上个月的月调度 = monthly 2026-10
上月调度情况给我一份 = monthly 2026-10
本月调度 = monthly 2026-11
来一份10月调度情况，excel = monthly 2026-10 xlsx
生成11月的调度报告 = monthly 2026-11
月调度 = monthly 2026-11
上半年小结 = halfYear 2026H1
上半年的完成情况汇总一下 = halfYear 2026H1
给我一份半年小结 = halfYear 2026H2
下半年总结生成一下 = halfYear 2026H2
全年总结 = annual 2026
2025年年度总结发我一份 = annual 2025
去年的年报 = annual 2025
今年以来的进展情况出一份材料 = annual 2026
今年以来的完成情况汇总 = annual 2026
年底总结出一份word = annual 2026 docx
给我一页纸 = onePage 2026Q4
一页纸 = onePage 2026Q4
低空经济一页纸 = onePage 2026Q4 〔低空经济〕
给我低空经济的一页纸，要word = onePage 2026Q4 〔低空经济〕 docx
三季度的一页纸 = onePage 2026Q3
准备一份一页纸给市长 = onePage 2026Q4
给我一份低空经济的进展 = topic 2026Q4 〔低空经济〕
低空经济的材料，要word版 = topic 2026Q4 〔低空经济〕 docx
整理一份智能工厂的情况 = topic 2026Q4 〔智能工厂〕
老旧小区改造的专题材料 = topic 2026Q4 〔老旧小区改造〕
出一份人工智能三季度的进展材料 = topic 2026Q3 〔人工智能〕
市交通运输局这个季度的材料 = unit 2026Q4 〔市交通运输局〕
市经信局的材料 = unit 2026Q4 〔市经信局〕
市经信局三季度的材料 = unit 2026Q3 〔市经信局〕
给我一份市经信局的情况 = unit 2026Q4 〔市经信局〕
交通运输局三季度的情况汇总 = unit 2026Q3 〔市交通运输局〕
我们单位的材料发我一份 = unit 2026Q4 〔市交通运输局〕
出一份市数据局上季度的情况，excel = unit 2026Q3 〔市数据局〕 xlsx
市经信局和市商务局对比 = comparison 2026Q4 〔市经信局、市商务局〕
对比一下市经信局和市商务局三季度的情况 = comparison 2026Q3 〔市经信局、市商务局〕
市经信局跟市商务局比一比，出个表 = comparison 2026Q4 〔市经信局、市商务局〕 xlsx
给我一份第25项的材料 = task 2026Q4 〔a25〕
第25项的历次报送情况导出来 = task 2026Q4 〔a25〕
第25项的历次进展出一份word = task 2026Q4 〔a25〕 docx
和上季度相比有什么变化，出一份 = difference 2026Q4
出一份与上期对比的材料 = difference 2026Q4
和上季度相比的变化给我一份 = difference 2026Q4
出一份和上个月相比的材料 = difference 2026-11
与去年相比的情况出一份 = difference 2026
三季度和二季度相比的变化，给我一份 = difference 2026Q3
附表3 = forms 2026Q4
把附表3发给我 = forms 2026Q4
附表1、附表2也发我 = forms 2026Q4
三季度的附表三，excel = forms 2026Q3 xlsx
导出三季度附表 = forms 2026Q3
给我一份附表二 = forms 2026Q4
任务台账 = ledger 2026Q4
导出任务台账 = ledger 2026Q4
台账发我一份，要excel = ledger 2026Q4 xlsx
把三季度的台账导出来 = ledger 2026Q3
任务清单导出excel = ledger 2026Q4 xlsx
市经信局的台账 = ledger 2026Q4 〔市经信局〕
滞后任务清单给我 = ledger 2026Q4 late
滞后的任务导出excel = ledger 2026Q4 late xlsx
导出逾期任务台账 = ledger 2026Q4 late
红灯任务清单发我一份 = ledger 2026Q4 late
只要滞后的，导出excel = ledger 2026Q4 late xlsx
三季度通报，只要滞后的 = quarterly 2026Q3 late
10月月调度只看市经信局的 = monthly 2026-10 〔市经信局〕
给我导出excel = ledger 2026Q4 xlsx
导出word = monthly 2026-11 docx
发我一份word = monthly 2026-11 docx
下载表格 = ledger 2026Q4 xlsx
给领导准备一份本月的调度材料 = monthly 2026-11
麻烦出一下上半年的小结，谢谢 = halfYear 2026H1
帮我做一份三季度的督办通报，要红头 = quarterly 2026Q3 docx
帮忙拉一个市经信局滞后任务的表格 = ledger 2026Q4 〔市经信局〕 late xlsx
打印一份三季度通报 = quarterly 2026Q3
周怀远分管单位的情况 = unit 2026Q4 〔周怀远分管的单位〕
周怀远分管单位三季度的材料 = unit 2026Q3 〔周怀远分管的单位〕
给我一份我分管单位的情况 = unit 2026Q4 〔您分管的单位〕
我分管的单位这个季度的材料 = unit 2026Q4 〔您分管的单位〕
`

/** These ask for something to be told, not for a paper. */
export const QUESTIONS = `
三季度有哪些任务
5G基站目标多少
三季度完成了多少项
第52项谁负责
低空经济进展怎么样
低空经济怎么样了
本季度哪些单位滞后
哪些逾期了
市经信局今年牵头哪些任务
市经信局三季度报了吗
通报什么时候发
谁负责写通报
半年小结要不要报
月报每月几号交
附表3怎么填
附表一是什么
三季度通报发了没有
上半年完成了哪些任务
数字经济占比目标多少
材料要报给谁
台账里有多少项任务
一页纸是什么
市经信局和市商务局谁的任务多
今年以来新开工了多少项目
导出功能在哪
全年目标是多少
第25项上季度报了多少
今年要发布几份清单
建立问题清单的任务是哪项
市水务局的汇总表报了没
总结大会什么时候开
人工智能材料产业有哪些任务
新材料的任务有哪些
2号议案多久报一次简报
2号议案的简报按月报还是按季报
市经信局2026年任务清单
市数据局2026年牵头的任务给我列个清单
方案里谁负责整理全市的书面总结
市经信局任务清单
已建立任务台账
我们印发了季通报
`

/** Standing orders. */
export const STANDING = `
每月1号早上8点发我月调度 = subscribe monthly month/1/08:00
每月1日8:00发我月调度 = subscribe monthly month/1/08:00
以后每月5号把月报发给我 = subscribe monthly month/5
每个月10号下午3点给我一份市经信局的情况 = subscribe unit 〔市经信局〕 month/10/15:00
每月最后一天发我台账，excel = subscribe ledger xlsx month/32
每月初发一次月调度给我 = subscribe monthly month/1
每周一早上发我一页纸 = subscribe onePage week/1
每周一上午9点推送滞后任务清单 = subscribe ledger late week/1/09:00
每周五下班前发我低空经济的进展 = subscribe topic 〔低空经济〕 week/5
逢周一给我一页纸 = subscribe onePage week/1
每季度末发我季通报 = subscribe quarterly quarter/32
每季度第一个月10号发我上季度的通报，word版 = subscribe quarterly docx quarter/10
每季度首月5日9点把附表3发我 = subscribe forms quarter/5/09:00
每半年发我一份小结 = subscribe halfYear halfYear
每年1月10日发我全年总结 = subscribe annual year/10/1
每天早上8点给我滞后清单 = subscribe ledger late day/08:00
每个工作日早上8点半推送一页纸 = subscribe onePage workday/08:30
定期每月3号提供月调度 = subscribe monthly month/3
订阅月调度，每月2号 = subscribe monthly month/2
月调度改成每月5号发我 = subscribe monthly month/5
一页纸换成每周三发 = subscribe onePage week/3
取消月调度 = unsubscribe monthly
月调度不用再发了 = unsubscribe monthly
每周一的一页纸停掉 = unsubscribe onePage week
别再推送了 = unsubscribe
不要再给我发了 = unsubscribe
退订 = unsubscribe
取消所有订阅 = unsubscribe all
关掉每天的推送 = unsubscribe day
我订了哪些 = subscriptions
我订了哪些报告 = subscriptions
我的订阅 = subscriptions
查看定时报告 = subscriptions
看看我都订了什么 = subscriptions
`

/** A rhythm alone is no standing order. */
export const NO_ORDERS = `
每月报送时间是什么时候
每季度要报什么材料
每周一召开调度会的任务是哪项
每年新增多少学位
每月发放多少养老金
每季度通报一次是哪份文件说的
谁订阅了月调度
每月1号发什么
`
