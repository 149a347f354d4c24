// Node strips types everywhere but below node_modules, and an installed duban lives there: do it for our own files.
import { registerHooks, stripTypeScriptTypes } from 'node:module'

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts') || !url.includes('/node_modules/'))
      return next(url, context)
    const { source } = next(url, { ...context, format: 'module' })
    return { format: 'module', source: stripTypeScriptTypes(String(source)), shortCircuit: true }
  },
})
