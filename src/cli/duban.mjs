#!/usr/bin/env node
// Plain JavaScript, so that any Node can run it far enough to say what it lacks.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `督办助手需要 Node.js 22.18 以上（现为 ${process.version}）。请在项目目录用 npm run -s duban -- … 运行，它自带合适的版本。\n`,
  )
  process.exit(1)
}

if (import.meta.url.includes('/node_modules/')) {
  const strip = new URL('./strip-types.mjs', import.meta.url).href
  process.removeAllListeners('warning')
  process.execArgv.push(`--import=${strip}`) // handed on to the reader's threads and the database's process
  await import(strip)
}

// The reader of a pipe may have seen enough (duban … | head).
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const { run } = await import('./commands.ts')
process.exitCode = await run(process.argv.slice(2))
