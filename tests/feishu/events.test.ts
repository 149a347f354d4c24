import { describe, expect, test } from 'vitest'
import { instant } from '../../src/feishu/events/envelope.ts'
import { normalise } from '../../src/feishu/events/normalise.ts'

const SELF = { openId: 'ou_bot' }
const BOT = { key: '@_user_1', id: { open_id: 'ou_bot' }, name: '督办助手' }
const ZHANG = { key: '@_user_2', id: { open_id: 'ou_z' }, name: '张航' }

function raw(type: string, event: unknown) {
  return { schema: '2.0', header: { event_id: 'e1', event_type: type, create_time: '1700000000000' }, event }
}

function received(type: string, content: unknown, more: object = {}) {
  const message = {
    message_id: 'om_1',
    create_time: '1700000000000',
    chat_id: 'oc_1',
    chat_type: 'group',
    message_type: type,
    content: typeof content === 'string' ? content : JSON.stringify(content),
    ...more,
  }
  return raw('im.message.receive_v1', {
    sender: { sender_id: { open_id: 'ou_a' }, sender_type: 'user' },
    message,
  })
}

const read = (envelope: unknown, self: { openId: string | null } = SELF) => normalise(envelope, self)
const heard = (envelope: unknown, self: { openId: string | null } = SELF) => {
  const got = read(envelope, self)
  if (!('event' in got) || got.event.kind !== 'message') throw new Error(JSON.stringify(got))
  const { text, form, mentioned, files } = got.event
  return { text, form, mentioned, files: files.map((f) => f.name || f.key) }
}
const said = (text: string, mentioned: boolean) => ({ text, form: 'text', mentioned, files: [] })

const post = {
  title: '请看',
  content: [
    [
      { tag: 'at', user_id: '@_user_1' },
      { tag: 'text', text: '第52项' },
      { tag: 'a', text: '原文', href: 'x' },
    ],
    [
      { tag: 'at', user_id: '@_user_2' },
      { tag: 'text', text: '牵头吗' },
    ],
    [{ tag: 'img', image_key: 'img_1' }],
  ],
}

describe('messages', () => {
  test.each([
    [
      'our mention goes, others become names',
      received('text', { text: '@_user_1 请问 @_user_2 在吗' }, { mentions: [BOT, ZHANG] }),
      said('请问 @张航 在吗', true),
    ],
    [
      '@all is no mention of us',
      received('text', { text: '@_all 大家好' }, { mentions: [] }),
      said('大家好', false),
    ],
    ['mentions absent', received('text', { text: '大家好' }), said('大家好', false)],
    [
      'a mention in the text that nobody explains',
      received('text', { text: '@_user_7 好' }),
      said('好', false),
    ],
    [
      'a post: title, lines, links, mentions',
      received('post', post, { mentions: [BOT, ZHANG] }),
      { ...said('请看\n第52项原文\n@张航 牵头吗', true), files: ['img_1'] },
    ],
    [
      'a post under its language',
      received('post', { zh_cn: post }, { mentions: [ZHANG] }),
      { ...said('请看\n第52项原文\n@张航 牵头吗', false), files: ['img_1'] },
    ],
    [
      'a post of nothing but our mention and a picture',
      received(
        'post',
        {
          content: [
            [
              { tag: 'at', user_id: '@_user_1' },
              { tag: 'img', image_key: 'img_1' },
            ],
          ],
        },
        { mentions: [BOT] },
      ),
      { text: '', form: 'image', mentioned: true, files: ['img_1'] },
    ],
    [
      'a file',
      received('file', { file_key: 'f1', file_name: '台账.xlsx' }),
      { text: '', form: 'file', mentioned: false, files: ['台账.xlsx'] },
    ],
    [
      'an image',
      received('image', { image_key: 'img_1' }),
      { text: '', form: 'image', mentioned: false, files: ['img_1'] },
    ],
    [
      'a voice',
      received('audio', { file_key: 'a', duration: 1 }),
      { text: '', form: 'voice', mentioned: false, files: [] },
    ],
    [
      'a sticker',
      received('sticker', { file_key: 's' }),
      { text: '', form: 'sticker', mentioned: false, files: [] },
    ],
    [
      'a kind we do not know',
      received('share_chat', {}),
      { text: '', form: 'other', mentioned: false, files: [] },
    ],
    [
      'a text whose content is broken',
      received('text', '{"te'),
      { text: '', form: 'other', mentioned: false, files: [] },
    ],
  ])('%s', (_, envelope, expected) => {
    expect(heard(envelope)).toEqual(expected)
  })

  test('who the bot is unknown: nothing counts as a mention', () => {
    const envelope = received('text', { text: '@_user_1 问' }, { mentions: [BOT] })
    expect(heard(envelope, { openId: null }).mentioned).toBe(false)
  })

  test('chat, thread, sender and time', () => {
    const private1 = read(
      received('text', { text: '问' }, { chat_type: 'p2p', thread_id: '', parent_id: 'om_0' }),
    )
    expect(private1).toMatchObject({
      event: {
        id: 'e1',
        messageId: 'om_1',
        chat: { channel: 'feishu', id: 'oc_1', type: 'private', thread: null },
        sender: { account: 'ou_a', bot: false },
        repliesTo: 'om_0',
        at: new Date(1_700_000_000_000),
      },
    })
    expect(read(received('text', { text: '问' }, { thread_id: 'omt_1' }))).toMatchObject({
      event: { chat: { thread: 'omt_1', type: 'group' } },
    })
  })
})

describe('taps', () => {
  const tap = (value: unknown, form?: object) =>
    raw('card.action.trigger', {
      operator: { open_id: 'ou_a' },
      action: { value, tag: 'button', form_value: form },
      context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
    })

  test('the button, and the fields of a form as text', () => {
    const form = { state: 'done', people: ['a', 'b'], due: '2026-01-31 +0800', empty: null, n: 3 }
    expect(read(tap({ do: 'rate', turn: 7, verdict: 'useful' }, form))).toMatchObject({
      event: {
        kind: 'action',
        action: { do: 'rate', turn: 7, verdict: 'useful' },
        form: { state: 'done', people: 'a,b', due: '2026-01-31 +0800', n: '3' },
      },
    })
  })

  test('a value handed back as JSON text', () => {
    expect(read(tap('{"do":"ask","q":"牵头哪些"}'))).toMatchObject({
      event: { action: { do: 'ask', q: '牵头哪些' } },
    })
  })

  test.each([
    [{ do: 'ask', q: '' }],
    [{ do: 'ask', q: '长'.repeat(501) }],
    [{ do: 'page', turn: -1, page: 0 }],
    [{ do: 'page', turn: 1.5, page: 0 }],
    [{ do: 'open', url: 'javascript:alert(1)' }],
    [{ do: 'open', url: '//evil.example' }],
    [{ do: 'rate', turn: 1, verdict: 'best' }],
    ['plain words'],
    [null],
  ])('none of ours: %j', (value) => {
    expect(read(tap(value))).toEqual({ ignored: 'tap that is none of ours' })
  })
})

describe('what is ignored is ignored by name', () => {
  test.each([
    [raw('im.chat.disbanded_v1', {}), 'im.chat.disbanded_v1'],
    [raw('contact.user.created_v3', {}), 'contact event of unknown shape'],
    [raw('im.message.message_read_v1', {}), 'read event of unknown shape'],
    [raw('constructor', {}), 'constructor'],
    [raw('im.message.receive_v1', { message: {} }), 'message of unknown shape'],
    [raw('im.message.receive_v1', null), 'message of unknown shape'],
    [{}, 'no envelope'],
    [null, 'no envelope'],
    ['text', 'no envelope'],
  ])('%j', (envelope, why) => {
    expect(read(envelope)).toEqual({ ignored: why })
  })
})

test('the old envelope: first private chat', () => {
  const event = { type: 'p2p_chat_create', chat_id: 'oc_9', user: { open_id: 'ou_a' } }
  expect(read({ uuid: 'u1', ts: '1700000000.5', type: 'event_callback', event })).toMatchObject({
    event: { kind: 'join', id: 'u1', chat: { id: 'oc_9', type: 'private' }, sender: { account: 'ou_a' } },
  })
})

test.each([
  ['1700000000', 1_700_000_000_000],
  ['1700000000000', 1_700_000_000_000],
  ['1700000000000000', 1_700_000_000_000],
  ['nonsense', 0],
])('a stamp of seconds, milliseconds or microseconds: %s', (stamp, ms) => {
  expect(instant(stamp).getTime()).toBe(ms)
})
