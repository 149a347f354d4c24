import { parseNumber } from '../../text/numbers.ts'
import { findAll, type Rule } from '../../text/rule.ts'
import type { Mark, Marked } from '../marks.ts'

const NUMERAL = '[\\d〇零一二两三四五六七八九十百]+'

/** Where in a document: running numbers, section paths, parts of a number, places in the last answer. */
const RULES: readonly Rule<Mark>[] = [
  {
    name: 'running number: 第52项, 第八十条, 52项谁负责, 第3项任务',
    pattern: new RegExp(`第\\s*(?<n>${NUMERAL})\\s*(?:项|条|款|号任务|个任务|项任务)(?:任务)?(?!指标)`, 'g'),
    read: ({ groups }) => numbered([groups.n]),
  },
  {
    name: 'running number without 第: 52项谁负责, 80条讲什么',
    pattern:
      /(?<![\d.第年几])(?<!不少于|不低于|少于|至少|超过|达到|突破|约|近|新增|新开|开通|合计|完成|建成)(?<n>\d{1,3}|[一二三四五六七八九十百零]{2,6})(?:项|条)(?=$|[的是里由归谁讲说写有包呢第分几]|任务(?!分别|都|各|一共|总共|里|中)|责任|牵头|目标|进展|什么|怎么|，|？|\?)/g,
    read: ({ groups }) => numbered([groups.n]),
  },
  {
    name: 'range of running numbers: 第12到第15项, 12—15项',
    pattern: new RegExp(
      `第?(?<a>${NUMERAL})\\s*[项条]?(?:[—–~至到-]|到第)\\s*第?(?<b>${NUMERAL})(?:项|条)`,
      'g',
    ),
    read: ({ groups }) => numberRange(parseNumber(groups.a ?? '') ?? 0, parseNumber(groups.b ?? '') ?? 0),
  },
  {
    name: 'section path: 二（三）5, 二(三)第5条',
    pattern:
      /(?<a>[一二三四五六七八九十]+)[、，]?[（(](?<b>[一二三四五六七八九十]+)[)）](?:第?(?<c>\d+)[条项点]?)?/g,
    read: ({ groups }) => ({
      kind: 'path',
      path: [groups.a ?? '', `（${groups.b}）`, ...(groups.c === undefined ? [] : [groups.c])],
    }),
  },
  {
    name: 'section path in words: 第二部分第三节第二条',
    pattern:
      /第(?<a>[一二三四五六七八九十]+)(?:大?部分|章|大块)(?:的|里的?)?第(?<b>[一二三四五六七八九十]+)(?:小?节|小?部分|小?块)(?:(?:的|里的?)?第(?<c>[一二三四五六七八九十\d]+)(?:条|项|点|款))?/g,
    read: ({ groups }) => ({
      kind: 'path',
      path: [
        groups.a ?? '',
        `（${groups.b}）`,
        ...(groups.c === undefined ? [] : [String(parseNumber(groups.c) ?? groups.c)]),
      ],
    }),
  },
  {
    name: 'part: 第二块, 第三部分, 第2段',
    pattern: new RegExp(`第[（(]?(?<n>${NUMERAL})[)）]?(?:个?(?:块|部分|段|小项|句|方面|大类))`, 'g'),
    read: ({ groups }) => part(groups.n),
  },
  {
    name: 'part as cards name it: 第80项之2, 二（三）5之1',
    pattern: new RegExp(
      `(?<=第\\s*${NUMERAL}[项条]|[）)]\\d{0,2})之(?<n>${NUMERAL})(?!前|后|内|外|间|[年月日号\\d])`,
      'g',
    ),
    read: ({ groups }) => part(groups.n),
  },
  {
    name: 'place in the last answer: 第二个, 第1家',
    pattern: new RegExp(
      `第(?<n>${NUMERAL})个(?!任务|季度|阶段|月)|最后(?:的|那)?(?<last>一个|一项|一?块(?!钱)|一条|一段|一部分)`,
      'g',
    ),
    read: ({ groups }) => ({ kind: 'pointer', among: groups.last ? -1 : (parseNumber(groups.n ?? '') ?? 1) }),
  },
  {
    name: 'the last answer: 它, 这项, 那项, 该任务, 这两个, 其中',
    pattern:
      /(?:它们?|他们|[这那]俩|它俩|其中|^里(?:面|头)|这里面|那里面|上面(?:这|那)?(?:些|几个|几项)?|(?:这|那|该)(?:[一两二三几]|些)?(?:项|个|件|条|些)(?:任务|工作|指标|里面|里)?|该任务|此项)(?:里[面头边]|当中|中)?(?!方案|文件|规划|议案|工程|通知|阶段|月|季度|指标)/g,
    read: () => ({ kind: 'pointer', among: 'all' }),
  },
]

export const findPlaces = (text: string): Marked[] => findAll(text, RULES, undefined)

function numbered(said: readonly (string | undefined)[]): Mark | null {
  const numbers = said.map((n) => parseNumber(n ?? '')).filter((n) => n !== null && n > 0 && n < 1000)
  return numbers.length === 0 ? null : { kind: 'no', numbers: numbers as number[] }
}

function numberRange(a: number, b: number): Mark | null {
  if (b <= a || b - a > 50) return null
  return { kind: 'no', numbers: Array.from({ length: b - a + 1 }, (_, i) => a + i) }
}

function part(said: string | undefined): Mark | null {
  const n = parseNumber(said ?? '')
  return n === null ? null : { kind: 'part', part: n }
}
