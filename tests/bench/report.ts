import { chartDrawer } from '../../src/report/chart/draw-chart.ts'
import { printDocx } from '../../src/report/docx/print-docx.ts'
import { printXlsx } from '../../src/report/xlsx/print-xlsx.ts'
import { reportOf, SCENES } from '../report/scenes.ts'

/** `npm exec -c 'node tests/bench/report.ts'`: a bulletin of 104 tasks with its chart, cold and warm; memory when the charts are done. */
const drawer = chartDrawer(500)
const bulletin = reportOf(SCENES.find((scene) => scene.name === '季通报')!)
const megabytes = () => Math.round(process.memoryUsage().rss / 1024 / 1024)

async function timed(name: string, work: () => Promise<Uint8Array>): Promise<number> {
  const start = performance.now()
  const bytes = await work()
  const ms = Math.round(performance.now() - start)
  console.log(`${name}: ${ms} ms, ${Math.round(bytes.length / 1024)} KB, ${megabytes()} MB held`)
  return ms
}

const cold = await timed('docx, first', () => printDocx(bulletin, { draw: drawer.draw, redHead: null }))
await timed('docx, second', () => printDocx(bulletin, { draw: drawer.draw, redHead: null }))
await timed('xlsx', () => printXlsx(bulletin))
drawer.close()
if (cold > 2000) process.exitCode = 1
