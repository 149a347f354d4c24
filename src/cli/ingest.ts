import type { Command } from 'commander'
import type { Difference } from '../domain/difference.ts'
import { AppError, isAppError } from '../errors.ts'
import { load } from './extract.ts'
import { complain, printJson, printText } from './output.ts'

interface Options {
  readonly json?: boolean
  readonly draft?: boolean
  readonly again?: boolean
  readonly internal?: boolean
  readonly units?: string
}

export function addIngest(program: Command): void {
  program
    .command('ingest')
    .description('把文件读进台账；同一文件再读一次不会改变什么，改过的文件成为新版本')
    .argument('[file...]', '文件')
    .option('--json', '输出 JSON')
    .option('--draft', '先作为草稿，审核后再生效')
    .option('--again', '规则更新后把已入库的文件重读一遍')
    .option('--internal', '督查室同意后，收入标有“内部”的文件')
    .option('--units <file>', '先装入一份单位名录（JSON，格式见 samples/units.json）')
    .action(ingest)
}

async function ingest(files: readonly string[], options: Options): Promise<void> {
  if (files.length === 0 && !options.units)
    throw new AppError('bad-request', '请写上要读的文件，或用 --units 装入单位名录。')
  const { withSession } = await import('../app/session.ts')
  const { differenceLines, ingestFile, intakeOf } = await import('../app/ingesting.ts')
  const { loadRegistryFile, loadShippedRegistries } = await import('../app/registries.ts')
  const raws = files.map(load)
  const { openAids } = await import('../app/aids.ts')
  const { embedPending } = await import('../app/embedding.ts')
  const { createLog } = await import('../log.ts')
  await withSession(complain, async ({ db, config }) => {
    await loadShippedRegistries(db)
    if (options.units) await loadRegistryFile(db, options.units)
    const results = []
    for (const raw of raws) {
      try {
        results.push({ file: raw.name, ...(await ingestFile(db, raw, optionsOf(options, intakeOf(config)))) })
      } catch (error) {
        if (!isAppError(error)) throw error
        complain(`${raw.name}：${error.message}`)
        process.exitCode = 1
      }
    }
    const { embedder } = await openAids(config, createLog(config.LOG_LEVEL))
    if (embedder !== null) await embedPending({ db, embedder })
    if (options.json) printJson(results)
    else for (const result of results) printText(summary(result, differenceLines))
  })
}

/** What the command line says goes before the settings. */
const optionsOf = (options: Options, settings: Intake) => ({
  now: new Date(),
  by: null,
  allowInternal: options.internal ?? settings.allowInternal,
  mode: options.draft ? ('draft' as const) : settings.mode,
  again: options.again ?? false,
})

interface Intake {
  readonly mode: 'live' | 'draft'
  readonly allowInternal: boolean
}

const OUTCOME = { unchanged: '已在库中，没有变化', added: '已入库', reread: '已重读' } as const

interface Result {
  readonly file: string
  readonly kind: keyof typeof OUTCOME
  readonly documents: readonly {
    readonly number: string | null
    readonly title: string
    readonly version: number
    readonly status: 'draft' | 'live' | 'withdrawn'
    readonly id: number
    readonly tasks: number
    readonly difference: Difference | null
    readonly warnings: readonly { readonly at: number; readonly message: string }[]
  }[]
}

function summary(
  { file, kind, documents }: Result,
  differenceLines: (difference: Difference) => readonly string[],
): string {
  const rows = documents.map((d) => {
    const head = `  ${d.number ?? ''}《${d.title}》第 ${d.version} 版，任务 ${d.tasks} 项${d.status === 'draft' ? `（草稿，编号 ${d.id}，发布后生效）` : ''}`
    const changes = d.difference ? [...differenceLines(d.difference).map((line) => `    ${line}`)] : []
    const none =
      d.tasks === 0
        ? [
            '    没有读出任务：文件里没有带责任单位的条目。全文已可检索；若应有任务，请检查版式或联系维护人员。',
          ]
        : []
    return [head, ...changes, ...none, ...d.warnings.map((w) => `    第 ${w.at} 字处：${w.message}`)].join(
      '\n',
    )
  })
  return [`${file}：${OUTCOME[kind]}，${documents.length} 份文件`, ...rows].join('\n')
}
