import { serve } from './app/serve.ts'

process.exitCode = await serve()
