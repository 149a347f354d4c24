#!/usr/bin/env node
// Plain JavaScript, so that any Node can run it far enough to say what it lacks.
import * as nodeModule from 'node:module'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `督办助手需要 Node.js 22.18 以上（现为 ${process.version}）。请在项目目录用 npm run -s duban -- … 运行，它自带合适的版本。\n`,
  )
  process.exit(1)
}

// Node strips types everywhere but below node_modules, and an installed duban lives there.
nodeModule.registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts') || !url.includes('/node_modules/'))
      return next(url, context)
    const { source } = next(url, { ...context, format: 'module' })
    return { format: 'module', source: nodeModule.stripTypeScriptTypes(String(source)), shortCircuit: true }
  },
})

const { run } = await import('./commands.ts')
process.exitCode = await run(process.argv.slice(2))
