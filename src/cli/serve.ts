import type { Command } from 'commander'

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('启动网页对话、控制台和飞书机器人（同 npm start）')
    .action(async () => {
      const { serve } = await import('../app/serve.ts')
      process.exitCode = await serve()
    })
}
