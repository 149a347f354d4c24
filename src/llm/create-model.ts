import { z } from 'zod'
import { findUnsupported } from '../text/evidence/check.ts'
import { findUngrounded } from '../text/evidence/grounded.ts'
import { type AgentLimits, converseWith } from './agent.ts'
import { aloud } from './aloud.ts'
import { type Complete, completer, type Endpoint, faultOf, refusal } from './endpoint.ts'
import { findJson } from './json.ts'
import {
  type Conversing,
  type Evidence,
  type Model,
  noModel,
  type Placing,
  type Reporting,
  type Spoken,
  type Wording,
} from './model.ts'
import { loadPrompts, type Prompts } from './prompt.ts'
import { DRAFT, parseDraft } from './query-schema.ts'
import { type ModelLog, quietly } from './quietly.ts'
import { parseReport, REPORT_DRAFT, type ReportDraft } from './report-schema.ts'

export interface ModelSettings {
  readonly baseUrl: string | null
  readonly apiKey: string | null
  /** null: no model. */
  readonly model: string | null
}

export interface ModelDeps {
  readonly log: ModelLog
  /** Milliseconds; for measuring and for resting after failures. */
  readonly now: () => number
  readonly limits?: Partial<ModelLimits>
}

export interface ModelLimits {
  /** Milliseconds per seam. Placing and wording stand in the way of an answer, so they get little. */
  readonly place: number
  readonly word: number
  readonly converse: AgentLimits
}

const LIMITS: ModelLimits = { place: 6000, word: 6000, converse: { timeout: 20_000, calls: 6 } }

interface Seams {
  readonly endpoint: Endpoint
  readonly complete: Complete
  readonly prompts: Prompts
  readonly limits: ModelLimits
  readonly log: ModelLog
}

/** The model the settings name, or noModel. Throws `config` when a prompt file is wrong. */
export function createModel(settings: ModelSettings, deps: ModelDeps): Model {
  const prompts = loadPrompts()
  if (settings.model === null) return noModel
  const endpoint: Endpoint = { ...settings, model: settings.model }
  const limits = { ...LIMITS, ...deps.limits }
  const seams: Seams = { endpoint, complete: completer(endpoint), prompts, limits, log: deps.log }
  const quiet = quietly(deps.log, deps.now)
  return {
    name: settings.model,
    place: (asked) => quiet.run('place', () => place(asked, seams)),
    report: (asked) => quiet.run('report', () => report(asked, seams)),
    word: (asked) => quiet.run('word', () => word(asked, seams)),
    converse: (asked) => quiet.run('converse', () => converse(asked, seams)),
  }
}

const SCHEMA = JSON.stringify(z.toJSONSchema(DRAFT))

async function place(asked: Placing, { complete, prompts, limits, log }: Seams) {
  const prompt = prompts.fill('understand', {
    today: asked.today,
    documents: listed(asked.lookup.documents),
    schema: SCHEMA,
    history: asked.history.join('\n') || '（无）',
    question: asked.text,
  })
  const text = await complete({ prompt, json: true, timeout: limits.place, maxTokens: 800 })
  const query = parseDraft(findJson(text), asked.text, asked.lookup)
  if (query === null) log.warn({ seam: 'place', text: text.slice(0, 300) }, 'model wrote no usable query')
  return query
}

const REPORT_SCHEMA = JSON.stringify(z.toJSONSchema(REPORT_DRAFT))

/** Stands in the way of a card just as placing does, and gets as little time. */
async function report(
  asked: Reporting,
  { complete, prompts, limits, log }: Seams,
): Promise<ReportDraft | null> {
  const prompt = prompts.fill('report', {
    today: asked.today,
    tasks: asked.tasks.map((task, i) => `[${i + 1}] ${task}`).join('\n'),
    schema: REPORT_SCHEMA,
    history: asked.history.join('\n') || '（无）',
    message: asked.text,
  })
  const text = await complete({ prompt, json: true, timeout: limits.place, maxTokens: 1200 })
  const draft = parseReport(findJson(text))
  if (draft === null) log.warn({ seam: 'report', text: text.slice(0, 300) }, 'model wrote no usable report')
  return draft
}

async function word(asked: Wording, { complete, prompts, limits, log }: Seams): Promise<string | null> {
  const prompt = prompts.fill('answer', {
    today: asked.today,
    question: asked.question,
    facts: asked.facts.join('\n'),
  })
  const { heard, facts } = asked
  const gate = heard && aloud(heard, (said) => faultsOf({ text: said, facts, asked }).length === 0)
  const call = { prompt, json: false, timeout: limits.word, maxTokens: 600 }
  const text = await complete(gate ? { ...call, heard: gate } : call)
  const reason = faultOf(text)
  if (reason !== null) throw refusal(reason)
  return isSupported('word', { text, facts: asked.facts, asked }, log) ? text : null
}

async function converse(
  asked: Conversing,
  { endpoint, prompts, limits, log }: Seams,
): Promise<Spoken | null> {
  const documents = listed(asked.lookup.documents)
  const system = prompts.fill('converse', { today: asked.today, documents })
  const heard = asked.heard && sentencesOf(asked, asked.heard)
  const spoken = await converseWith(endpoint, asked, {
    system,
    limits: limits.converse,
    ...(heard && { heard }),
  })
  const facts = spoken.evidence.map((e) => e.text)
  return isSupported('converse', { text: spoken.text, facts, asked }, log) ? spoken : null
}

/** Each answer the model begins has a gate of its own: what it looked up is what it may say. */
function sentencesOf(asked: Conversing, heard: NonNullable<Conversing['heard']>) {
  let gate: { readonly looked: number; readonly hear: (written: string) => void } | null = null
  return (written: string, evidence: readonly Evidence[]): void => {
    const facts = evidence.map((e) => e.text)
    const passes = (text: string) => evidence.length > 0 && faultsOf({ text, facts, asked }).length === 0
    if (gate?.looked !== evidence.length)
      gate = { looked: evidence.length, hear: aloud((text) => heard(text, evidence), passes) }
    gate.hear(written)
  }
}

const listed = (documents: readonly string[]): string =>
  documents.map((d) => `- ${d}`).join('\n') || '（暂无文件）'

interface Written {
  readonly text: string
  readonly facts: readonly string[]
  readonly asked: Pick<Wording, 'today' | 'names'>
}

/** The one gate every sentence of a model passes. */
function isSupported(seam: string, written: Written, log: ModelLog): boolean {
  const faults = faultsOf(written)
  if (faults.length > 0)
    log.warn({ seam, faults, text: written.text.slice(0, 300) }, 'model text not in evidence, rules answer')
  return faults.length === 0
}

function faultsOf({ text, facts, asked }: Written) {
  const year = Number(asked.today.slice(0, 4))
  const strange = findUngrounded(text, facts).map((statement) => ({ kind: 'statement', text: statement }))
  return [...findUnsupported(text, { evidence: facts, year, names: asked.names }), ...strange]
}
