import type { Facts } from '../../answer/facts.ts'
import type { Block } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import { leadPart } from './assignments.ts'
import { countPart, tallyPart } from './counts.ts'
import { dutyPart } from './duties.ts'
import { feedbackPart } from './feedback.ts'
import { figuresPart } from './figures.ts'
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
import { say, TALK } from './wording.ts'

export interface Part {
  readonly title: string
  readonly subtitle?: string
  readonly blocks: readonly Block[]
}

const text = (words: string): Block => ({ kind: 'text', text: words })

/** Facts of one question → what is shown of them. */
export function partOf(facts: Facts, book: SourceBook, today: Day): Part {
  switch (facts.kind) {
    case 'tasks':
      return tasksPart(facts, book, today)
    case 'lead':
      return leadPart(facts, book)
    case 'figures':
      return figuresPart(facts, book, today)
    case 'deadline':
      return deadlinePart(facts, book, today)
    case 'count':
      return countPart(facts, book, today)
    case 'indicators':
      return indicatorsPart(facts, book)
    case 'stage':
      return stagePart(facts, book, today)
    case 'span':
      return spanPart(facts, book)
    case 'duty':
      return dutyPart(facts, book, today)
    case 'people':
      return peoplePart(facts, book)
    case 'staff':
      return staffPart(facts)
    case 'units':
      return tallyPart(facts, book, today)
    case 'progress':
      return progressPart(facts, book, today)
    case 'owing':
      return owingPart(facts, today)
    case 'passages':
      return passagesPart(facts, book)
    case 'none':
      return nonePart(facts, book, today)
    case 'clarify':
      return { title: '请补充一点', blocks: [text(facts.about)] }
    case 'help':
      return { title: say.helpTitle, blocks: say.help.map(text) }
    case 'chat':
      return { title: '督办助手', blocks: [text(TALK[facts.tone])] }
    case 'feedback':
      return feedbackPart(facts)
    case 'empty':
      return { title: STANDING.emptyTitle, blocks: STANDING.empty(facts.people).map(text) }
    case 'refused':
      return { title: STANDING.refusedTitle, blocks: [text(refusalLine(facts.reason, facts.people))] }
    case 'whispered':
      return { title: STANDING.whisperedTitle, blocks: [text(STANDING.whispered)] }
  }
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
