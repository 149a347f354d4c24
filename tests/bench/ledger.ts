import { createWriteStream, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LedgerRow } from '../../src/domain/ledger-row.ts'
import { writeLedger } from '../../src/report/xlsx/write-ledger.ts'

/** `npm exec -c 'node tests/bench/ledger.ts'`: 50,000 tasks to .xlsx; time and the most memory held meanwhile. */
const COUNT = Number(process.argv[2] ?? 50_000)
const LIMITS = { seconds: 20, megabytes: 400 } as const

function* rows(): Generator<LedgerRow> {
  for (let i = 1; i <= COUNT; i++)
    yield {
      taskId: i,
      document: `云政办〔2026〕${(i % 40) + 1}号`,
      place: `第${i}项`,
      section: '夯实数字新基建',
      text: `第${i}项任务：建设低空航线，商业航线达到${i % 90}条以上，治理类航线达到${i % 1000}条以上，按季度报送进展情况。`,
      leads: ['市交通运输局'],
      responsible: ['市自然资源和城乡建设局', '各区人民政府'],
      targets: `商业航线${i % 90}条；治理类航线${i % 1000}条`,
      readings: `商业航线${i % 60}条（${i % 100}%）`,
      share: (i % 100) / 100,
      pace: 0.75,
      light: (['green', 'amber', 'red', 'none'] as const)[i % 4]!,
      state: '推进中',
      dueOn: '2026-12-31',
      report: `已完成选址和环评，第${i}标段进场施工，预计年底前建成投用。`,
      reportedOn: '2026-10-18',
      expectedFinish: '2026-12-20',
      difficulty: i % 9 === 0 ? '用地指标尚未落实' : null,
      help: null,
    }
}

let most = 0
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss)
}, 50)
const file = join(tmpdir(), `duban-ledger-${process.pid}.xlsx`)
const start = performance.now()
await writeLedger(rows(), { title: '任务台账', asOf: '2026-10-20', scope: null }, createWriteStream(file))
clearInterval(watch)
const seconds = (performance.now() - start) / 1000
const megabytes = most / 1024 / 1024
console.log(
  `${COUNT} tasks: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB at most, file ${(statSync(file).size / 1e6).toFixed(1)} MB`,
)
if (seconds > LIMITS.seconds || megabytes > LIMITS.megabytes) process.exitCode = 1
rmSync(file)
