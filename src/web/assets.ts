import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Router, static as serveStatic } from 'express'

const here = createRequire(import.meta.url)

/** Scripts come from the installed packages: nothing is fetched from elsewhere, so the pages work offline. */
const LIBRARIES = {
  'htmx.js': fileOf('htmx.org', 'dist/htmx.min.js'),
  'htmx-upsert.js': fileOf('htmx.org', 'dist/ext/hx-upsert.min.js'),
  'vchart.js': fileOf('@visactor/vchart', 'build/index.min.js'),
} as const

function fileOf(library: string, file: string): string {
  return join(dirname(here.resolve(`${library}/package.json`)), file)
}

const FOREVER = { maxAge: '30d', immutable: true } as const

/** Changes when the program or a library does, so a browser never mixes old script with new pages. */
const VERSION = [
  here('../../package.json').version,
  here('htmx.org/package.json').version,
  here('@visactor/vchart/package.json').version,
].join('-')

export const asset = (file: string): string => `/assets/${VERSION}/${file}`

export function assetRoutes(): Router {
  const router = Router()
  for (const [name, file] of Object.entries(LIBRARIES)) {
    router.get(asset(name), (_, res) => res.sendFile(file, FOREVER))
  }
  router.use(
    `/assets/${VERSION}`,
    serveStatic(join(import.meta.dirname, 'static'), { maxAge: '1h', index: false }),
  )
  router.get('/favicon.svg', (_, res) => {
    res.set('Cache-Control', 'public, max-age=86400').type('image/svg+xml').send(FAVICON)
  })
  return router
}

const FAVICON = readFileSync(join(import.meta.dirname, 'static', 'favicon.svg'), 'utf8')
