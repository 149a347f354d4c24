import { openDesk } from './desk.ts'

/** npm run feishu:loopback [-- PORT]: a Feishu on this machine to try the bot against. */
const PEOPLE = ['李敏', '张航', '王芳', '赵强']

const loopback = await openDesk(
  { port: Number(process.argv[2] ?? 9100), run: Date.now().toString(36) },
  PEOPLE,
)
const { appId, appSecret } = loopback.state
console.log(`本机飞书已启动：${loopback.url}（浏览器打开即可打字）

另开一个终端启动督办助手：
  FEISHU_DOMAIN=${loopback.url} FEISHU_APP_ID=${appId} FEISHU_APP_SECRET=${appSecret} npm start
`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void loopback.close().then(() => process.exit(0)))
}
