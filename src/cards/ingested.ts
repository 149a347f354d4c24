import type { Block, Message, Row } from '../domain/message.ts'
import type { Role } from '../domain/person.ts'
import type { ErrorCode } from '../errors.ts'

/** What reading a file in came to; the shape of the ingest flow's result. */
export interface IngestedFile {
  readonly kind: 'unchanged' | 'added' | 'reread'
  readonly documents: readonly {
    readonly number: string | null
    readonly title: string
    readonly version: number
    readonly tasks: number
    readonly warnings: readonly { readonly at: number; readonly message: string }[]
    readonly proposed: readonly string[]
  }[]
}

/** Warnings and names shown in the chat; the rest is on the document's page. */
const SHOWN = 8

export function ingesting(name: string): Message {
  return say('正在读入文件', 'plain', [text(`正在读《${bare(name)}》，读完这张卡片会变成结果。`)])
}

export function ingested(name: string, { kind, documents }: IngestedFile): Message {
  const tasks = documents.reduce((sum, d) => sum + d.tasks, 0)
  const outcome = {
    unchanged: `《${bare(name)}》早已入库，内容没有变化。`,
    added: `《${bare(name)}》已入库，读出 ${documents.length} 份文件、${tasks} 项任务。`,
    reread: `《${bare(name)}》已重读，读出 ${documents.length} 份文件、${tasks} 项任务。`,
  }[kind]
  const rows: Block = { kind: 'rows', rows: documents.map(rowOf), pageSize: 10 }
  const warnings = documents.flatMap((d) => d.warnings.map((w) => w.message))
  const proposed = [...new Set(documents.flatMap((d) => d.proposed))]
  const blocks = [
    text(outcome),
    rows,
    ...listed('没有读准、请核对的地方', warnings),
    ...listed('名录里没有的单位名称，请确认是新单位还是别名', proposed),
  ]
  const first = documents.find((d) => d.tasks > 0)
  const next = first ? [`${first.number ?? `《${first.title}》`}有哪些任务`] : []
  return { ...say('文件已读入', warnings.length > 0 ? 'warn' : 'good', blocks), suggestions: next }
}

export function ingestFailed(name: string, code: ErrorCode, words: string): Message {
  const how =
    code === 'file-internal'
      ? [text('确需收入的，请在服务器上用 ingest --internal 导入，并留存审批记录。')]
      : []
  return say('文件没有入库', 'warn', [
    text(words.includes(name) ? words : `《${bare(name)}》：${words}`),
    ...how,
  ])
}

/** A file from someone who may not bring documents in, or in a group. */
export function notForFiles(roles: readonly Role[]): Message {
  if (roles.includes('supervisor'))
    return say('请私聊发文件', 'plain', [
      text('文件请在和我的私聊里发，我读完把结果告诉您；群里的文件我不收。'),
    ])
  const words = roles.includes('liaison')
    ? '收文件入任务库由督查室负责。报送进展和佐证，请在报送提醒的卡片里填写；要问文件里的事，直接打字问我。'
    : '收文件入任务库由督查室负责。要把文件收进来，请联系督查室；要问其中的事，直接打字问我。'
  return say('文件没有入库', 'plain', [text(words)], ['帮助'])
}

function rowOf(d: IngestedFile['documents'][number]): Row {
  const version = d.version > 1 ? `第 ${d.version} 版，` : ''
  return { lead: d.number ?? '（无文号）', text: `《${d.title}》`, small: `${version}任务 ${d.tasks} 项` }
}

function listed(title: string, lines: readonly string[]): readonly Block[] {
  if (lines.length === 0) return []
  const rest = lines.length > SHOWN ? [text(`……另有 ${lines.length - SHOWN} 处，见文件页面。`)] : []
  const heading: Block = { kind: 'heading', text: `${title}（${lines.length}）` }
  return [heading, ...lines.slice(0, SHOWN).map((line) => text(line)), ...rest]
}

function bare(name: string): string {
  return name.replace(/\.\w+$/, '') || '未命名文件'
}

function say(
  title: string,
  tone: Message['tone'],
  blocks: readonly Block[],
  suggestions: readonly string[] = [],
): Message {
  return { title, tone, blocks, sources: [], assumptions: [], suggestions }
}

function text(words: string): Block {
  return { kind: 'text', text: words }
}
