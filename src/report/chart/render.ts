import { type ISpec, VChart } from '@visactor/vchart'
import { canvasPackage, registerFonts } from './canvas.ts'
import { drawable } from './drawable.ts'

/** A VChart spec: data alone, no functions. */
export type ChartSpec = Readonly<Record<string, unknown>>

export interface ChartSize {
  /** CSS pixels, as a browser would lay the chart out. */
  readonly width: number
  readonly height: number
  /** Pixels of the picture for each of them: 2.5 prints sharp at 15 cm. */
  readonly scale: number
}

/** PNG bytes of the chart on white. Throws what VChart throws for a spec it cannot read. */
export async function renderChart(spec: ChartSpec, size: ChartSize): Promise<Uint8Array> {
  registerFonts()
  const sized = {
    background: '#ffffff',
    ...drawable(spec),
    animation: false,
    width: size.width,
    height: size.height,
  }
  const chart = new VChart(sized as unknown as ISpec, {
    mode: 'node',
    modeParams: canvasPackage,
    animation: false,
    dpr: size.scale,
  })
  try {
    chart.renderSync()
    return await chart.getImageBuffer()
  } finally {
    chart.release()
  }
}
