import type { Facts } from '../../answer/facts.ts'
import type { Block } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import { text } from '../text-block.ts'
import { leadPart } from './assignments.ts'
import { closestPart } from './closest.ts'
import { countPart, tallyPart } from './counts.ts'
import { detailPart } from './detail.ts'
import { dutyPart } from './duties.ts'
import { feedbackPart } from './feedback.ts'
import { figuresPart } from './figures.ts'
import { helpPart } from './help.ts'
import { deadlinePart, tasksPart } from './lists.ts'
import { documentsOf, namesLine } from './naming.ts'
import { nonePart } from './none.ts'
import { owingPart } from './owing.ts'
import { peoplePart } from './people.ts'
import { progressPart } from './progress.ts'
import { clauseBlocks } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { staffPart } from './staff.ts'
import { spanPart, stagePart } from './stages.ts'
import { refusalLine, STANDING } from './standing.ts'
import { indicatorBlocks } from './tables.ts'
import { TALK } from './talk.ts'
import { say } from './wording.ts'

export interface Part {
  readonly title: string
  readonly subtitle?: string
  readonly blocks: readonly Block[]
}

type PartOf<K extends Facts['kind']> = (
  facts: Extract<Facts, { kind: K }>,
  book: SourceBook,
  today: Day,
) => Part

/** One wording a kind of facts. */
const PARTS: { readonly [K in Facts['kind']]: PartOf<K> } = {
  tasks: tasksPart,
  lead: leadPart,
  figures: figuresPart,
  deadline: deadlinePart,
  detail: detailPart,
  closest: closestPart,
  count: countPart,
  indicators: indicatorsPart,
  stage: stagePart,
  span: spanPart,
  duty: dutyPart,
  people: peoplePart,
  staff: staffPart,
  units: tallyPart,
  progress: progressPart,
  owing: (facts, _, today) => owingPart(facts, today),
  passages: passagesPart,
  none: nonePart,
  clarify: ({ about }) => ({ title: '请补充一点', blocks: [text(about)] }),
  help: ({ roles }) => helpPart(roles),
  chat: ({ tone }) => ({ title: '督办助手', blocks: [text(TALK[tone])] }),
  feedback: feedbackPart,
  empty: ({ people }) => ({ title: STANDING.emptyTitle, blocks: STANDING.empty(people).map(text) }),
  refused: ({ reason, people }) => ({
    title: STANDING.refusedTitle,
    blocks: [text(refusalLine(reason, people))],
  }),
  whispered: () => ({ title: STANDING.whisperedTitle, blocks: [text(STANDING.whispered)] }),
}

/** Facts of one question → what is shown of them. */
export function partOf<K extends Facts['kind']>(
  facts: Extract<Facts, { kind: K }>,
  book: SourceBook,
  today: Day,
): Part {
  return PARTS[facts.kind as K](facts, book, today)
}

function indicatorsPart({ lines }: Extract<Facts, { kind: 'indicators' }>, book: SourceBook): Part {
  const subtitle = namesLine(documentsOf(lines))
  return {
    title: say.indicatorCount(lines.length),
    ...(subtitle === undefined ? {} : { subtitle }),
    blocks: indicatorBlocks(lines, book),
  }
}

function passagesPart({ clauses }: Extract<Facts, { kind: 'passages' }>, book: SourceBook): Part {
  const subtitle = namesLine(documentsOf(clauses.map((c) => c.row)))
  return {
    title: say.passagesTitle,
    ...(subtitle === undefined ? {} : { subtitle }),
    blocks: [text(say.passagesIntro), ...clauseBlocks(clauses, book)],
  }
}
