import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { loadConfig } from '../config.ts'
import { AppError } from '../errors.ts'
import { belowFloors, FLOORS, type Floors } from '../eval/floors.ts'
import { belowText } from '../eval/report.ts'
import { tableText } from '../eval/table-text.ts'
import { complain, printJson, printText } from './output.ts'

interface Options {
  readonly set?: string
  readonly floors?: string
  readonly json?: boolean
  readonly only?: string
  readonly misses?: boolean
}

const PARTS = ['extract', 'questions', 'retrieval'] as const
const OWN_SET = resolve(import.meta.dirname, '../../tests/eval/set')

export function addEval(program: Command): void {
  program
    .command('eval')
    .description('对照标注好的文件夹打分：抽取、问答、检索；低于底线时退出码为 1')
    .option('--set <folder>', '标注文件夹（gold、seeds、corpus、bench）；不写时用项目自带的小样')
    .option('--floors <file>', '各项得分的底线（JSON）')
    .option('--only <part>', `只测一部分：${PARTS.join('、')}`)
    .option('--misses', '逐条列出抽取的不符之处')
    .option('--json', '输出 JSON')
    .action(evaluateSet)
}

async function evaluateSet(options: Options): Promise<void> {
  const folder = options.set ?? ownSet()
  const floors = options.floors === undefined ? {} : readFloors(options.floors)
  const only = options.only === undefined ? null : partNamed(options.only)
  const { evaluate } = await import('../app/eval.ts')
  const progress = process.stderr.isTTY ? complain : () => {}
  const { tables, figures, parts, misses } = await evaluate(loadConfig(), {
    folder,
    only,
    now: new Date(),
    progress,
  })
  const below = belowFloors(figures, floors, parts)
  if (options.json) printJson({ figures, below, misses })
  else printText(tables.map(tableText).join('\n\n'))
  if (options.misses) complain(misses.join('\n'))
  for (const fallen of below) complain(`低于底线：${belowText(fallen)}`)
  if (below.length > 0) process.exitCode = 1
}

function ownSet(): string {
  if (existsSync(OWN_SET)) return OWN_SET
  throw new AppError(
    'bad-request',
    '请用 --set 指定标注文件夹，里面有 gold、seeds、corpus、bench 中的一部分。',
  )
}

function partNamed(name: string) {
  const part = PARTS.find((p) => p === name)
  if (part) return part
  throw new AppError('bad-request', `没有“${name}”这一部分，可以测：${PARTS.join('、')}。`)
}

function readFloors(file: string): Floors {
  try {
    return FLOORS.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new AppError('bad-request', `底线文件“${file}”打不开，或不是“名称: 0—100 的数”的 JSON。`, { cause })
  }
}
