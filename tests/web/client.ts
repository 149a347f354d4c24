import type { World } from './world.ts'

/** How the page's script speaks to the server; `hx: false` is a browser without script. */
export function clientOf(world: World) {
  const form = (fields: Record<string, string>, headers: Record<string, string>) =>
    ({
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    }) as const
  const hx = { 'hx-request': 'true' }
  return {
    get: (path: string, headers: Record<string, string> = {}) => fetch(world.url + path, { headers }),
    post: (path: string, fields: Record<string, string>, headers: Record<string, string> = hx) =>
      fetch(world.url + path, form(fields, headers)),
    async page(path: string) {
      return (await fetch(world.url + path)).text()
    },
    async send(as: string, room: string, text: string, more: Record<string, string> = {}) {
      const answer = await fetch(
        `${world.url}/chat/messages`,
        form({ as, in: room, text, since: '0', ...more }, hx),
      )
      await world.settled()
      return answer
    },
    async updates(as: string, room: string, since = 0) {
      const query = new URLSearchParams({ as, in: room, since: String(since), news: '0' })
      return fetch(`${world.url}/chat/updates?${query.toString()}`, { headers: hx })
    },
  }
}

export const GROUP = 'group:main'

/** The id of the last card in a page or fragment. */
export function lastCard(markup: string): string {
  return [...markup.matchAll(/class="message from-bot" id="(m-[^"]+)"/g)].at(-1)?.[1] ?? ''
}
