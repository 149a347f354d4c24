import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientOf, GROUP } from './client.ts'
import { openWorld, type World } from './world.ts'

let world: World
const kept: Uint8Array[] = []

beforeEach(async () => {
  kept.length = 0
  const uploads = { keep: async (bytes: Uint8Array) => `k${kept.push(bytes)}` }
  world = await openWorld({ over: { uploads } })
})
afterEach(() => world.close())

const PHOTO = new Uint8Array([0xff, 0xd8, 0xff, 1, 2])

async function hand(fields: Record<string, string>, bytes: Uint8Array, headers: Record<string, string> = {}) {
  const query = new URLSearchParams({ as: 'hang', in: 'private:hang', ...fields })
  const answer = await fetch(`${world.url}/chat/files?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'hx-request': 'true', ...headers },
    body: new Blob([new Uint8Array(bytes)]),
  })
  await world.settled()
  return answer
}

test('a picture: its bytes kept, heard as one, shown with its size', async () => {
  expect((await hand({ name: '现场照片.jpg' }, PHOTO)).status).toBe(204)
  expect(kept.map((b) => [...b])).toEqual([[...PHOTO]])
  expect(world.heard).toMatchObject([
    {
      ...{ form: 'image', text: '', mentioned: true, chat: { type: 'private' } },
      files: [{ key: 'k1', name: '现场照片.jpg', picture: true }],
    },
  ])
  expect(await clientOf(world).page('/?as=hang&in=private:hang')).toContain('[图片] 现场照片.jpg（1 KB）')
})

test.each([
  ['a file with words stays a file', '附表1.xlsx', new Uint8Array([0x50, 0x4b]), 'file'],
  ['a picture beside words is words', 'a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'text'],
  ['what only calls itself a picture is a file', 'a.png', new Uint8Array([0x3c]), 'file'],
])('%s', async (_, name, bytes, form) => {
  await hand({ name, text: ' 第52项 @督办助手 ' }, bytes)
  expect(world.heard).toMatchObject([{ form, text: '第52项', files: [{ name }] }])
})

test('in a group it is for the bot only when the bot is mentioned', async () => {
  await hand({ in: GROUP, name: 'a.jpg' }, PHOTO)
  await hand({ in: GROUP, name: 'a.jpg', mention: '1' }, PHOTO)
  expect(world.heard.map((e) => e.mentioned)).toEqual([false, true])
})

test.each([
  ['nothing in it', {}, new Uint8Array(), {}, 400, '文件是空的'],
  ['too large', {}, new Uint8Array(50_000_001), {}, 413, '超过 50 MB'],
  ['nobody', { as: 'x' }, PHOTO, {}, 404, '没有这个人员'],
  ['from another site', {}, PHOTO, { origin: 'https://evil.example' }, 403, '别的网站'],
] as const)('%s: turned down in words', async (_, fields, bytes, headers, status, words) => {
  const answer = await hand({ name: 'a.jpg', ...fields }, bytes, headers)
  expect(answer.status).toBe(status)
  expect(await answer.text()).toContain(words)
  expect([world.heard, kept]).toEqual([[], []])
})

test('a name from outside brings no path and no markup', async () => {
  await hand({ name: '../<img src=x>.jpg' }, PHOTO)
  const page = await clientOf(world).page('/?as=hang&in=private:hang')
  expect(page).toContain('[图片] &lt;img src=x&gt;.jpg')
})

test('where no uploads are kept there is no paper clip', async () => {
  const bare = await openWorld()
  expect(await clientOf(bare).page('/?as=hang&in=private:hang')).not.toContain('id="clip"')
  await bare.close()
})
