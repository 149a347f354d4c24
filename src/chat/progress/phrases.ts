import type { Heard } from '../../domain/heard.ts'

/** Phrases of talk about reporting itself, beside what `understand/progress` reads of reports. */

/** 看待审核, 有哪些待审核的, 待审核清单. */
export const REVIEWS =
  /^(?:看看?|查看|打开|发我|列一下|有哪些|哪些是?|还有(?:哪些|什么|多少)?)?(?:没|未|待|等着?|需要?我?)(?:审核|审)(?:的|过的?)?(?:报送|进展|事项|任务|清单|列表|有哪些|有多少)?[？?。]?$/

/** 报送要求清单, 看看报送安排, 管理报送要求. */
export const DUTIES =
  /^(?:请)?(?:看看?|查看|打开|列一下|列出|管理|调整|有哪些|现在有哪些)?(?:所有|全部|现有|当前)?(?:的)?报送(?:要求|安排)(?:的)?(?:清单|列表|管理|有哪些)?[？?。]?$/

/** 马上报, 数据要等统计局出来再报. */
export const PROMISE =
  /^(?:我|我们)?(?:这就|马上|尽快|抓紧|稍后|等下|一会儿?|晚点|回头|下午|明天)(?:就)?(?:报|填|办|弄|核|交)|(?:等|要等)[^，。；]{1,12}(?:出来|反馈|数据|汇总)|(?:再|才能?|就)(?:给您?你?)?(?:报|填|报送)(?:给)?(?:您|你)?[。！]*$|数据(?:还)?(?:没|未)(?:出|下)来?/

/** 不用了, 不办了: to an order or a hand-over that was shown. */
export const UNWANTED = /^(?:不用|不办|先不办|不要|别办|不催|先不催|不转)(?:了|啦)?[。！]*$/

/** Of people who report nothing most messages are questions: these need not be heard against all tasks first. */
export const asksPlainly = (text: string): boolean =>
  /[？?]\s*$|吗[。]?$|多少|哪些|哪几|谁|什么|怎么|为什么/.test(text) &&
  !/催|退回|销号|审核|恢复督办/.test(text)

/** 三份文件都查一下, 把第52项发我: words about a task that report nothing and wish for something. */
export const asksRather = (text: string, { kind, updates }: Heard): boolean =>
  kind === 'progress' &&
  /查(?:一下|下|询|找)|看(?:一下|下|看)|列(?:一下|出)|找(?:一下|出)|告诉我|说说|介绍|发(?:我|给我)|给我/.test(
    text,
  ) &&
  updates.every(
    (u) =>
      u.readings.length === 0 && (u.state === null || u.state === 'ongoing') && u.expectedFinish === null,
  )
