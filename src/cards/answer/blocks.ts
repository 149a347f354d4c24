import type { Facts, FiguresFacts, LeadFacts, NoneFacts } from '../../answer/facts.ts'
import type { Block } from '../../domain/message.ts'
import { documentLabel } from '../../understand/document-names.ts'
import { countBlocks, countTitle, tallyBlocks } from './counts.ts'
import { feedbackPart } from './feedback.ts'
import { clauseBlocks, indicatorBlocks, nearRows, PAGE, taskRow, taskRows } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { refusalLine, STANDING } from './standing.ts'
import {
  comparisonLine,
  dayName,
  dutyLine,
  figureLine,
  nearTitle,
  noneLine,
  ROLE_NAMES,
  say,
  searchedLine,
  TALK,
} from './wording.ts'

export interface Part {
  readonly title: string
  readonly blocks: readonly Block[]
}

const text = (words: string): Block => ({ kind: 'text', text: words })
const note = (words: string): Block => ({ kind: 'note', text: words })

/** Facts of one question → what is shown of them. */
export function partOf(facts: Facts, book: SourceBook): Part {
  switch (facts.kind) {
    case 'tasks':
      return tasksPart(facts, book)
    case 'lead':
      return { title: say.leadTitle, blocks: leadBlocks(facts, book) }
    case 'figures':
      return { title: say.figuresTitle(facts.topic, facts.by), blocks: figureBlocks(facts, book) }
    case 'deadline':
      return { title: say.deadlineTitle, blocks: [taskRows(facts.rows, book)] }
    case 'count':
      return { title: countTitle(facts), blocks: countBlocks(facts.of, facts.count, book) }
    case 'indicators':
      return {
        title: say.indicatorCount(facts.lines.length),
        blocks: [text(say.indicatorCount(facts.lines.length)), ...indicatorBlocks(facts.lines, book)],
      }
    case 'stage':
      return { title: say.stageTitle, blocks: [stageRows(facts, book)] }
    case 'span':
      return {
        title: say.spanTitle,
        blocks: [...facts.documents.map((d) => text(say.span(d))), ...clauseBlocks(facts.clauses, book)],
      }
    case 'duty':
      return { title: say.dutyTitle, blocks: dutyBlocks(facts, book) }
    case 'people':
      return { title: say.peopleTitle(facts.about), blocks: peopleBlocks(facts, book) }
    case 'units':
      return { title: say.severalTitle, blocks: tallyBlocks(facts, book) }
    case 'passages':
      return {
        title: say.passagesTitle,
        blocks: [text(say.passagesIntro), ...clauseBlocks(facts.clauses, book)],
      }
    case 'none':
      return { title: '文件没有写', blocks: noneBlocks(facts, book) }
    case 'clarify':
      return { title: '请补充一点', blocks: [text(facts.about)] }
    case 'help':
      return { title: say.helpTitle, blocks: [text(say.help)] }
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

function tasksPart(facts: Extract<Facts, { kind: 'tasks' }>, book: SourceBook): Part {
  const { asked, rows, viaGroup } = facts
  const only = viaGroup > 0 && viaGroup === rows.length
  const group =
    viaGroup === 0 || asked.unit === null
      ? []
      : [note((only ? say.onlyViaGroup : say.viaGroup)(asked.unit, viaGroup))]
  const progress = facts.progress ? [note(say.noProgress)] : []
  const shown = [text(say.tasksIntro(asked, rows.length)), ...progress, taskRows(rows, book), ...group]
  return { title: say.tasksTitle(asked, rows.length), blocks: shown }
}

function leadBlocks(facts: LeadFacts, book: SourceBook): Block[] {
  const lines = facts.rows.flatMap((row) => {
    const asked = facts.roles.filter((role) => row.units.some((u) => u.role === role))
    const roles = asked.length > 0 ? asked : (['lead', 'responsible', 'supporting'] as const)
    const said = roles.flatMap((role) => {
      const units = row.units.filter((u) => u.role === role).map((u) => u.written)
      return units.length === 0 ? [] : [`${ROLE_NAMES[role]}：${units.join('、')}`]
    })
    return said.length === 0 ? [] : [said.join('；')]
  })
  const silent = facts.rows.length > 0 && facts.rows.every((row) => row.units.length === 0)
  const head = silent ? [text(say.noUnits)] : facts.rows.length === 1 ? lines.map(text) : []
  const rows = facts.rows.length === 0 ? [] : [taskRows(facts.rows, book)]
  return [...head, ...rows, ...clauseBlocks(facts.clauses, book)]
}

function figureBlocks(facts: FiguresFacts, book: SourceBook): Block[] {
  const compared = facts.compared === null ? [] : [text(comparisonLine(facts.compared))]
  const figures = facts.figures.length < 2 ? [] : facts.figures.map((f) => text(figureLine(f)))
  const goals: Block[] = facts.goals.length === 0 ? [] : [goalRows(facts, book)]
  const tasks: Block[] =
    facts.tasks.length === 0
      ? []
      : [{ kind: 'rows', rows: facts.tasks.map((t) => taskRow(t.row, book)), pageSize: PAGE }]
  const clauses = facts.clauses.length === 0 ? [] : [...clauseBlocks(facts.clauses, book)]
  return [...compared, ...figures, ...indicatorBlocks(facts.indicators, book), ...goals, ...tasks, ...clauses]
}

function goalRows(facts: FiguresFacts, book: SourceBook): Block {
  const rows = facts.goals.map((goal) => ({
    lead: goal.name,
    text: goal.raw,
    small: `${documentLabel(goal.document)} 工作目标`,
    source: book.add(goal, goal.raw),
  }))
  return { kind: 'rows', rows, pageSize: 12 }
}

function stageRows(facts: Extract<Facts, { kind: 'stage' }>, book: SourceBook): Block {
  const rows = facts.stages.map((stage) => ({
    lead: `${stage.name}：${stageTime(stage.start, stage.end)}`,
    text: stage.text,
    small: documentLabel(stage.document),
    source: book.add(stage, stage.text),
  }))
  return { kind: 'rows', rows, pageSize: PAGE }
}

function stageTime(start: string | null, end: string | null): string {
  if (start !== null && end !== null) return `${dayName(start)}至${dayName(end)}`
  if (end !== null) return `${dayName(end)}前`
  return start === null ? '文件没有写时间' : `${dayName(start)}起`
}

function dutyBlocks(facts: Extract<Facts, { kind: 'duty' }>, book: SourceBook): Block[] {
  const yes = facts.yesNo ? [text(say.yes)] : []
  const rows = facts.duties.map((duty) => ({
    lead: duty.what,
    text: duty.text,
    small: `${documentLabel(duty.document)} · ${dutyLine(duty)}`,
    source: book.add(duty, duty.text),
  }))
  const list: Block[] = rows.length === 0 ? [] : [{ kind: 'rows', rows, pageSize: PAGE }]
  return [...yes, ...list, ...clauseBlocks(facts.clauses, book)]
}

function peopleBlocks(facts: Extract<Facts, { kind: 'people' }>, book: SourceBook): Block[] {
  const rows = facts.rows.map((row) => ({
    lead: `${row.role} ${row.name}`,
    text: row.title,
    small: documentLabel(row.document),
    source: book.add(row, `${row.role} ${row.name} ${row.title}`),
  }))
  const list: Block[] = rows.length === 0 ? [] : [{ kind: 'rows', rows, pageSize: 12 }]
  return [...list, ...clauseBlocks(facts.clauses, book)]
}

function noneBlocks(facts: NoneFacts, book: SourceBook): Block[] {
  const near = facts.near.length === 0 ? [] : [note(nearTitle), nearRows(facts.near, book)]
  return [text(noneLine(facts)), note(searchedLine(facts.searched)), ...near]
}
