import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Canvas, createCanvas, GlobalFonts, Image, loadImage, Path2D } from '@napi-rs/canvas'

/**
 * The font comes with a package, so that none need be installed. It answers to the first family of VChart's own list:
 * VChart measures some texts (legends) by that list whatever the theme says, and lays them over each other else.
 */
const FAMILY = 'PingFang SC'

/** Registers regular and bold once a thread; a second call changes nothing. */
export function registerFonts(): void {
  if (GlobalFonts.has(FAMILY)) return
  const home = dirname(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')))
  for (const weight of ['Regular', 'Bold'])
    GlobalFonts.registerFromPath(join(home, 'fonts', `NotoSansHans-${weight}.otf`), FAMILY)
}

/** What VChart asks of a canvas package in node mode. */
export const canvasPackage = { createCanvas: tolerantCanvas, loadImage, Image, Path2D } as const

/** VChart resets a context by setting its font to '', which browsers ignore and this canvas refuses. */
function tolerantCanvas(width: number, height: number): Canvas {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const font = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(context), 'font')
  Object.defineProperty(context, 'font', {
    get: () => font?.get?.call(context),
    set: (value: string) => {
      if (value !== '') font?.set?.call(context, value)
    },
  })
  return canvas
}
