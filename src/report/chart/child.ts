import type { ChartAnswer, ChartWish } from './draw-chart.ts'
import { renderChart } from './render.ts'

/** Draws one chart after another; ends with its parent, or when told. */
process.on('disconnect', () => process.exit(0))
process.on('message', async ({ id, spec, size }: ChartWish) => {
  const answer = await renderChart(spec, size).then(
    (png): ChartAnswer => ({ id, ok: true, png }),
    (error: unknown): ChartAnswer => ({ id, ok: false, message: String(error) }),
  )
  process.send?.(answer)
})
