import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { STAGES, type StageName, showStage } from '../app/show.ts'
import { AppError } from '../errors.ts'
import { complain, printJson, printText } from './output.ts'

interface Options {
  readonly json?: boolean
  readonly show?: string
}

export function addExtract(program: Command): void {
  program
    .command('extract')
    .description('读出文件中的任务、单位、指标和期限，不入库')
    .argument('<file...>', '文件')
    .option('--json', '按约定格式输出 JSON')
    .option('--show <stage>', `看某一步的结果：${STAGES.join('、')}`)
    .action(extract)
}

async function extract(files: readonly string[], options: Options): Promise<void> {
  const { readDocuments, documentJson } = await import('../app/reading.ts')
  const documents = []
  for (const file of files) {
    const raw = load(file)
    if (options.show) printText(await showStage(raw, stageOf(options.show)))
    else documents.push(...(await readDocuments(raw)))
  }
  if (options.show) return
  if (options.json) return printJson(documents.map(documentJson))
  for (const d of documents) {
    printText(`${d.number ? `${d.number}　` : ''}《${d.title}》　任务 ${d.tasks.length} 项`)
    for (const w of d.warnings) complain(`  第 ${w.at} 字处：${w.message}`)
  }
}

/** Bytes of a file named on the command line. Throws `not-found` naming it. */
export function load(path: string): { readonly name: string; readonly bytes: Uint8Array } {
  try {
    return { name: basename(path), bytes: readFileSync(path) }
  } catch (cause) {
    throw new AppError('not-found', `打不开文件“${path}”，请检查路径和权限。`, { cause })
  }
}

function stageOf(name: string): StageName {
  const stage = STAGES.find((s) => s === name)
  if (stage) return stage
  throw new AppError('bad-request', `没有“${name}”这一步，可以看：${STAGES.join('、')}。`)
}
