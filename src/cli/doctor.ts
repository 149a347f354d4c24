import type { Command } from 'commander'
import type { Finding } from '../app/doctor.ts'
import { loadConfig } from '../config.ts'
import { printJson, printText } from './output.ts'

const MARK = { ok: '✓', off: '–', wrong: '✗' } as const

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('检查数据库、扩展、飞书、模型、向量和日历，说明每一处该怎么办')
    .option('--json', '输出 JSON')
    .action(doctor)
}

async function doctor(options: { readonly json?: boolean }): Promise<void> {
  const { examine } = await import('../app/doctor.ts')
  const findings = await examine(loadConfig(), new Date())
  if (options.json) printJson(findings)
  else for (const finding of findings) printText(line(finding))
  process.exitCode = findings.some((f) => f.state === 'wrong') ? 1 : 0
}

const line = ({ part, state, note, advice }: Finding): string =>
  `${MARK[state]} ${part}：${note}${advice ? `。${advice}` : ''}`
