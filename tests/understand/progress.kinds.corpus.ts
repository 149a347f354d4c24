import { by, type Row } from './progress.corpus.ts'

/** What a message is, by family: whose task it is, who reports, that nothing changed, that what was said was wrong. */
export const KINDS: readonly Row[] = [
  ...by('市经信局', '2026-10-17', [
    // Not ours: the own side denied.
    ['13项怎么派到我们这来了，跟经信一点不沾边', 'decline a13'],
    ['小巨人、产线两项都不归我们', 'decline a10 ; a11'],
    ['智能车间、瞪羚企业两项我们都只是配合，请找市发改委', 'decline a10 ; a11'],
    ['12、13项请勿派我局，没有对应处室', 'decline a12 ; a13'],
    ['13项我局没列入责任单位', 'decline a13'],
    ['13项我们就是个参与的', 'decline a13'],
    ['13项我局只管立项这一块', 'decline a13'],
    ['11项我们不掌握，别算我们头上', 'decline a11'],
    ['13项分错单位了，请改派', 'decline a13'],
    // Another's: by any name, among all the tasks the body answers for.
    ['29项不是我们，江北区的', 'decline a29'],
    ['会展中心是江北的，跟我们没关系', 'decline a29'],
    ['24项归口住建局', 'decline a24'],
    ['25项卫健委在抓，请找他们', 'decline a25'],
    ['13项已移交科技创新局，不再由经信报送', 'decline a13'],
    ['24项建议直接问市住建局', 'decline a24'],
    // A body named is no decline by itself.
    ['13项请市科技创新局协调选址', 'a13'],
    ['13项已联合市科技创新局开展选址，正在编方案', 'a13 ~ongoing'],
    ['13项卡在用地上，请市里协调', 'a13 ~blocked'],
    ['13项方案已交市发改委审批', 'a13 ~ongoing'],
    ['11项由市科技创新局牵头召开推进会，正在实施', 'a11 ~ongoing'],
    ['12项的数等市数据局反馈', 'a12'],
    ['13项是不是我们的', 'question'],
    // Nothing changed.
    ['10、13两项同6月份报的，无新内容', 'noChange a10 ; a13'],
    ['13项还停留在上次报的阶段', 'noChange a13'],
    ['13项就那样，一切如常', 'noChange a13'],
    ['11项各数没涨', 'noChange a11'],
    ['13项上季度啥情况这季度还啥情况', 'noChange a13'],
    ['10项没有可报事项', 'noChange a10'],
    ['13项照上个月的填就行', 'noChange a13'],
    ['13项没有进展缓慢的问题，正在建设', 'a13 ~ongoing'],
    // Said wrong.
    ['10项小巨人填成13家了，实际12家', 'correction a10 小巨人=12家'],
    ['10项小巨人重复计了一家，实际12家', 'correction a10 小巨人=12家'],
    ['11项产线数据有出入，应按45条报', 'correction a11 产线=45条'],
    ['11项把产线和车间弄反了，产线45条，车间21个', 'correction a11 产线=45条 车间=21个'],
    ['产线以这次的45为准', 'correction a11 产线=45条', '11项产线48条'],
    ['刚才那条里产线写串行了，应是45', 'correction a11 产线=45条', '11项产线48条，车间21个'],
    ['刚填的11项先不要提交，我再核下', 'correction a11'],
    ['13项状态选错了，应该是推进中不是未启动', 'correction a13 ~ongoing'],
    ['产线大概应该是45条吧', 'a11 产线=45条 (?)'],
    ['11项的目标是多少，我怕报错', 'question'],
    // Asking.
    ['10项瞪羚企业复核过的计入不', 'question'],
    ['佐证要盖章还是截图就行', 'question'],
    ['刚才报的成功了没', 'question'],
    ['13项还是卡在用地上', 'a13 ~blocked'],
    // How it stands.
    ['13项申报通知还没评，明年启动', 'a13 ~notStarted'],
    ['11项标杆工厂还有俩没开工', 'a11 标杆=2家 (?)'],
    ['11项车间全部改完了，产线45条', 'a11 产线=45条'],
  ]),
  ...by('市商务局', '2026-10-20', [
    // Who reports changes.
    ['王敏休产假了，这段时间我代她报，我叫周洁', 'handOver'],
    ['我下个月要去党校学习，期间材料请联系规划处冯涛', 'handOver'],
    ['人事调整，2项由会展处接了，联系人程浩', 'handOver'],
    ['老徐退了，新来的小伍管督办', 'handOver'],
    ['把我从群里移除吧，以后是流通处的方芳跟你们对', 'handOver'],
    ['我办公室电话改了，通讯录麻烦更新', 'handOver'],
    ['请假到11月5日，急事找同事陈楠', 'handOver'],
    ['报送账号改绑成我同事薛冰的手机', 'handOver'],
    ['马上借调去省厅，工作已跟孟凡交接完毕', 'handOver'],
    ['别发给我了，我已经不在规划处', 'handOver'],
    // A person or a leave that changes nothing.
    ['我请半天假，明天报', 'chat'],
    ['麻烦把填报表发我一下', 'order'],
    ['2项展馆交付使用，展会办了410场', 'a2 展会=410场'],
    ['2项由李局长牵头调度，展会办了410场', 'a2 展会=410场'],
    // Put off, and talk of the office.
    ['今天系统打不开，晚点再填', 'chat'],
    ['刚看到消息，下午补上', 'chat'],
    ['谢谢提醒！正在对数', 'chat'],
    ['领导还没签字，签完马上传', 'chat'],
    ['在的，啥事', 'chat'],
  ]),
]
