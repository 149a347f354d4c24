import type { Heard } from '../../domain/heard.ts'
import { understand } from '../understand.ts'
import { described, type Hearing, hasReadings, heardAs, type Listener, saysState } from './heard-as.ts'
import { ASKING } from './kind/asking-words.ts'
import { CORRECT } from './kind/correct-words.ts'
import { firstKind } from './kind/kind-rule.ts'
import { partiesIn } from './kind/parties.ts'
import { TALK } from './kind/talk-words.ts'
import type { HearContext } from './ledger.ts'
import { beyond } from './listen/beyond.ts'
import { correctionOf } from './listen/correct.ts'
import { act, duty, order, standing } from './listen/orders.ts'
import { noChange } from './listen/same.ts'
import { correction, decline, handOver } from './listen/special.ts'
import { matcherOf } from './match/match.ts'
import { type Memory, remember } from './memory.ts'
import { plainMessage } from './plain.ts'
import { poolOf } from './pool.ts'
import { type Report, readReport } from './read-report.ts'
import { asks } from './wording.ts'

/** One private message of a liaison, by rules alone. Pure: writes nothing, never throws, asks where it is not sure. */
export function hear(message: string, context: HearContext): Heard {
  const pool = poolOf(context)
  const base = { pool, matcher: matcherOf(pool), lexicon: context.lexicon, today: context.today }
  const start: Memory = { last: context.last, latest: [], focus: [] }
  const memory = context.history.reduce((m, said) => {
    const text = plainMessage(said)
    const earlier = { ...base, last: m.last, focus: m.focus }
    return remember(m, firstKind(CORRECT, text) ? correctionOf(text, earlier, m) : readReport(text, earlier))
  }, start)
  const plain = plainMessage(message)
  return hearPlain(plain, {
    context,
    memory,
    how: { ...base, last: memory.last, focus: memory.focus },
    parties: partiesIn(plain, { lexicon: context.lexicon, own: pool.own }),
  })
}

/** Who looks at a message, in order; the first that knows it answers. */
const LISTENERS: readonly Listener[] = [
  acknowledgement,
  duty,
  act,
  standing,
  handOver,
  decline,
  correction,
  order,
  question,
  noChange,
  talk,
  progress,
  beyond,
  anythingElse,
]

function hearPlain(text: string, hearing: Hearing): Heard {
  const report = readReport(text, { ...hearing.how, focus: pointsBack(text) ? hearing.how.focus : [] })
  for (const listener of LISTENERS) {
    const heard = listener(text, report, hearing)
    if (heard !== null) return heard
  }
  return heardAs('chat', 'nothing to read', report)
}

/** A message that leans on the one before it: 还是老样子, 那个也完成了, 8条; 其余无变化 is of all but those. */
const pointsBack = (text: string): boolean => text.length <= 24 && !THE_REST.test(text)

const THE_REST = /^(?:其余|其他|其它|剩下|剩余|余下|别的)/

/** Words to the machine or to put things off, of no task: 帮助, 上一页, 人呢, 取消, 等会儿报. */
const OF_NO_TASK =
  /^[/／]?(?:help|menu|帮助|使用说明|怎么用|菜单|[上下]一页|返回|退出|取消|刷新|有人吗|人呢)[。！？!?]*$|^我?(?:等会儿?|等一?下|待会儿?|一会儿?|晚点|回头|稍后|改天|明天|下午|有空)(?:再|就|来)?(?:报|填|说|发|弄|看|补)[吧哈啊呢]*[。！]*$/i

function acknowledgement(text: string, report: Report): Heard | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return heardAs('chat', 'nothing said', report)
  if (OF_NO_TASK.test(text)) return heardAs('chat', 'of no task', report)
  const [full] = TALK
  return full?.pattern.test(text) ? heardAs('chat', full.name, report) : null
}

function asked(text: string, rule: string, report: Report, { context }: Hearing): Heard {
  const { query, assumptions, trace } = understand(text, {
    viewer: context.viewer,
    history: [],
    today: context.today,
    lexicon: context.lexicon,
  })
  return { ...heardAs('question', rule, report), query, assumptions, trace: [...trace, `question: ${rule}`] }
}

function question(text: string, report: Report, hearing: Hearing): Heard | null {
  const rule = firstKind(ASKING, text)
  const tells = hasReadings(report) && !(asksScope(report) && onlyTargets(report))
  if (rule === null || tells || saysState(report)) return null
  return asked(text, rule.name, report, hearing)
}

/** 加盟店算吗, 含不含增资扩股, 按现价还是不变价: what is counted. */
const asksScope = ({ asked }: Report): boolean =>
  asked.some((c) => /算(?!力|法)|含|包括|计入|在内|口径|列入|[是按].{1,12}还是/.test(c))

/** 9项便利店200家，加盟店算吗: the target said once more, and nothing told. */
const onlyTargets = ({ entries }: Report): boolean =>
  entries.every(({ task, readings }) =>
    readings.every((r) => task.metrics.some((m) => m.name === r.metric && m.value === r.value)),
  )

function talk(text: string, report: Report): Heard | null {
  const rule = firstKind(TALK, text)
  const tells = report.entries.length > 0 && report.figures > 0
  return rule === null ||
    report.named ||
    tells ||
    hasReadings(report) ||
    (report.entries.length > 0 && saysState(report))
    ? null
    : heardAs('chat', rule.name, report)
}

function progress(text: string, report: Report, hearing: Hearing): Heard | null {
  const said =
    report.named ||
    hasReadings(report) ||
    report.states.length > 0 ||
    report.notes.length > 0 ||
    report.entries.some((e) => e.finish !== null)
  if (
    !said ||
    (report.entries.length === 0 && report.notes.length === 0 && !saysState(report) && !WORK.test(text))
  )
    return null
  if (!saysSomething(text, report)) {
    const about = asked(text, 'a task and nothing said of it', report, hearing)
    return BARE.test(text) ? { ...about, assumptions: [...about.assumptions, asks.onlyNamed(text)] } : about
  }
  return {
    ...heardAs(
      'progress',
      'a report',
      report,
      report.entries.map((e) => described(e, report)),
    ),
    unread: [...report.unread, ...report.lost, ...report.asked],
    assumptions: report.notes,
  }
}

/** Going on, and of no task: 在推进. */
const WORK = /推进|建设|施工|办理|进行|实施|开展/

/** Ends as a heading does, or a question cut short. */
const HEADING =
  /(?<![报说])(?:目标|进展|情况|单位|时限|指标|内容|标准|要求|口径|进度|名单|时间|清单|列表|台账)[。呢]?$/

/** 缺用地指标, 等统计口径: what stands in the way. */
const LACKING = /(?:缺|没|无|等|差|要|需|卡)[^，。；]*$/

/** 第52项目标, 低空经济进展情况: a heading without a verb asks for what stands behind it. */
const saysSomething = (text: string, report: Report): boolean =>
  hasReadings(report) ||
  report.states.length > 0 ||
  report.figures > 0 ||
  !((HEADING.test(text) && !LACKING.test(text)) || BARE.test(text))

/** A task's number and not a word more. */
const BARE = /^第?[\d一二三四五六七八九十百]+[项条号]?(?:任务)?[。！]?$/

function anythingElse(text: string, report: Report, hearing: Hearing): Heard {
  const about = asked(text, 'neither report nor talk', report, hearing)
  if (report.entries.length > 0 && !HEADING.test(text))
    return {
      ...heardAs(
        'progress',
        'words about a task',
        report,
        report.entries.map((e) => described(e, report)),
      ),
      unread: [...report.unread, ...report.lost],
      assumptions: report.notes,
    }
  const asksNothing =
    about.query === null || !HEADING.test(text) || ['chat', 'clarify', 'passages'].includes(about.query.kind)
  return asksNothing ? heardAs('chat', 'nothing to read', report) : about
}
