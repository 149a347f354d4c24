/**
 * Words of asking, not of the matter asked about. They are cut before the topic is read; what is missing here costs a
 * hit (the word is looked for in the documents), what is wrong here widens the search. Longest first.
 */
const ASKING: readonly string[] = [
  '帮我拉个单子 拉个单子 拉个清单 拉一下 帮我 帮忙 麻烦 请问一下 请问 请教 问一下 我想知道 我想问 想知道 想问 查一下 查查 查询 看一下 看看 告诉我 给我 列出来 列一下 列举 列出 列个 说一下 说说 讲讲 介绍一下 介绍 一下子 一下',
  '在不在里面 有没有说 有没有提到 有没有提 有没有写 有没有 是不是 能不能 要不要 需不需要 可不可以 是否需要 是否 有无 会不会',
  '跟…有关 有关的 相关的 有关 相关 关于 涉及到 涉及 提到过 提到了 提到 提过 提及 写到 写了 写的 写着 写明 写成 讲的什么 讲的是什么 讲的是啥 讲什么 讲的 讲了什么 说的是什么 说的什么 说的 说了 里说 里写 规定的 规定了 规定 要求的 要求 明确 点名 被点名 名字出现 出现在 出现',
  '是哪个单位在 是哪个单位 哪个单位 哪些单位 哪几个单位 哪几家单位 什么单位 几个单位 是哪家 哪家 哪几家 哪个部门 哪些部门 是谁在 谁来 是谁 找谁 由谁 归谁 归哪个 归哪 谁的 谁家 谁 归口 对接 负责 主管 分管 承担 牵的头 管 单位',
  '有哪些任务 哪些任务 什么任务 哪几项 哪几个 哪一项 哪一条 哪项 哪条 哪一块 哪些 哪个 哪里 哪儿 哪天 哪一天 哪一年 哪年 哪份 哪几份 哪一份 哪 几项 几条 几件 几大 几份 几块 几类 几部分 几个 几次 几家 几月份 几月 几号 多少项 多少条 多少件 多少份 多少个任务 多少',
  '什么时候 什么时间 什么 啥时候 啥时间 啥 何时 怎么样 怎么定义 怎么算 怎么办 怎么说 怎么 如何 咋样 咋 为什么 为啥 多久 多长时间 吗 呢 吧 啊 呀 哦 嘛 哈 么 了没 没有 没 未',
  '任务清单 工作任务 重点任务 目标任务 任务 清单 事项 工作安排 活儿 活 内容 情况 具体的 具体 详细 分别是 分别 各自 各要 各是 各 总共 一共 共有 合计 总计 共 全部 所有 都有 都是 都要 都 还有 还要 还 也 就 只 才 又 再',
  '目标值 目标是 目标 指标 任务量 定的 定了 定在 设的 设定 数值 数字 数量 要达到 达到 要做到 做到 要完成 完成 要建成 要建 要超过 超过 要增加 要增长到 要引进 突破 不低于 不少于 以上 左右 至少 最少 最多 最低 最迟 最晚 要多 要办 要开 要搞 要有 要到 应该 需要 必须 可以 准备 打算 计划 预计',
  '今年 去年 明年 本年 年内 全年 年底前 年底 每年 一年 三年 当年 目前 现在 如今 最近 最新 眼下 之前 以前 之后 以后 前 后',
  '那个 这个 那块 这块 那些 这些 那项 这项 那边 这边 那里 这里 那 这 别的 其他的 其他 其它 另外 以及 还是 或者 或 及 中间 其中 当中 里面 里头 里 中 内 下面的 下面 底下 之中 上面 方面',
  '你好 您好 你们 我们 咱们 咱 大家 老师 同志 小助手 助手 督办 机器人 谢谢 好的 嗯 到底 究竟 大概 大约 目前为止 其实 然后 所以 因为 如果 的话 话说 一般 主要 的 地 得 了 着 过 把 被 将 给 向 从 在 对 对于 按照 按 根据 以 为 于 由 是 有 要 会 能 得 请 说 讲 问 查 看 找 算 做 搞 弄 办 开 建 报 写 提 上 下 去 来 到 我 你 他 它 武汉市的 全市 我市 市里 本市 全国 文件 文里 文中 文 文档 材料',
  '一致 一样 不一样 不同 区别 差别 差 对比 相比 比较 比 变化 矛盾 冲突 更多 最多 多一些 谁多 哪个多 对得上 对不对 统一 期限 分成 分为 分几 分给 分到 分了 分解 包括 包含 含 组成 构成',
]
const WORDS = ASKING.flatMap((line) => line.split(' ')).filter((word) => word.length > 0)
/** One-character words are cut only when they stand alone between cuts: 要 in 重要 stays. */
const LONG = [...new Set(WORDS.filter((word) => word.length > 1))].sort((a, b) => b.length - a.length)
const SHORT = new Set(WORDS.filter((word) => word.length === 1))

export const FILLERS: readonly string[] = LONG
export const isParticle = (word: string): boolean => SHORT.has(word)
export const isFiller = (word: string): boolean => SHORT.has(word) || LONG_SET.has(word)
const LONG_SET = new Set(LONG)
