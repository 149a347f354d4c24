import type { RosterEntry } from '../../src/domain/document.ts'
import { type Mapped, slice, sourceOf } from '../../src/text/mapped.ts'
import { tighten } from '../../src/text/normalise.ts'
import type { DocumentParts, Line } from '../types.ts'
import { splitGlued } from './person-name.ts'
import { walk } from './sentence.ts'

const ROLE =
  /^\s*(?<role>(?:(?:第一|常务|执行)?\s*副?\s*组\s*长)|成\s*员|(?:常务)?\s*副?\s*主\s*任(?:委\s*员)?|委\s*员|(?:副\s*)?总\s*指\s*挥(?:长)?|(?:副\s*)?(?:总\s*)?召\s*集\s*人|(?:副\s*)?秘\s*书\s*长|(?:总\s*)?顾\s*问|联\s*络\s*员)\s*[：:]\s*/
/** 姚 晴 市人民政府办公厅副主任: a name, spaces inside it or not, then at least one space, then the post. */
const SPACED = /^\s*(?<name>[一-龥](?:\s*[一-龥]){1,3}|[一-龥·]{2,12})\s+(?<title>\S.*)$/
const BRACKETED = /^\s*(?<name>[一-龥]{2,4})（(?<title>[^）]{2,60})）/
const END =
  /^\s*(?:抄送|附件?[：:\d]|主题词|主办|领导小组|联系|来源|扫描|本文|第?[一二三四五六七八九十]+[、条章])|[。；]\s*$|微信|\/\//

/**
 * Members of a leading group from its list: 组长：党 蓁 市人民政府副市长. Posts that run over to the next line are
 * joined; where names and posts are printed without a space, `known` (unit and place names) helps to part them.
 */
export function readRoster(parts: DocumentParts, known: readonly string[] = []): RosterEntry[] {
  const nodes = [...walk(parts.body), ...parts.annexes.flatMap((annex) => [...walk(annex)])]
  return nodes.flatMap((node) => rosterOf(node.lines, known))
}

interface Row {
  readonly role: string
  readonly line: Mapped
}

function rosterOf(lines: readonly Line[], known: readonly string[]): RosterEntry[] {
  const rows = rowsOf(lines).flatMap(apart)
  const spaced = rows.filter((row) => SPACED.test(row.line.text)).length * 2 > rows.length
  const entries: RosterEntry[] = []
  for (const row of rows) {
    const entry = entryOf(row, spaced, known)
    const last = entries.at(-1)
    if (entry) entries.push(entry)
    else if (last && !END.test(row.line.text)) entries[entries.length - 1] = goesOn(last, row.line)
  }
  return entries
}

/** 王某（市发改委副主任）、赵某（市财政局副局长）: several people on one line. */
function apart({ role, line }: Row): Row[] {
  if (!BRACKETED.test(line.text)) return [{ role, line }]
  const starts = [...line.text.matchAll(/(?<=）)[、，；]\s*(?=[一-龥]{2,4}（)/g)].map(
    (m) => m.index + m[0].length,
  )
  return [0, ...starts].map((from, i) => ({ role, line: slice(line, from, starts[i] ?? line.text.length) }))
}

/** Lines from the first role on to the first that cannot belong; each under the role last named. */
function rowsOf(lines: readonly Line[]): Row[] {
  const rows: Row[] = []
  let role: string | null = null
  for (const { text: line } of lines) {
    const head = ROLE.exec(line.text)
    role = head ? (head.groups?.role ?? '').replace(/\s/g, '') : role
    if (role === null || line.text.trim() === '') continue
    if (END.test(line.text)) break
    rows.push({ role, line: head ? slice(line, head[0].length) : line })
  }
  return rows
}

function entryOf({ role, line }: Row, spaced: boolean, known: readonly string[]): RosterEntry | null {
  const parted = (
    BRACKETED.exec(line.text) ?? (spaced || SPACED.test(line.text) ? SPACED.exec(line.text) : null)
  )?.groups
  const found = parted ?? (spaced ? null : splitGlued(line.text.replace(/\s/g, ''), known))
  if (!found?.name || !found.title) return null
  return { role, name: found.name.replace(/\s/g, ''), title: clean(found.title), source: sourceOf(line) }
}

const clean = (title: string): string => title.replace(/\s+/g, '')

function goesOn(entry: RosterEntry, line: Mapped): RosterEntry {
  const more = tighten(line)
  return {
    ...entry,
    title: `${entry.title}${more.text.trim()}`,
    source: { start: entry.source.start, end: sourceOf(line).end },
  }
}
