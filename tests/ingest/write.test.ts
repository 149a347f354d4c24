import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type IngestDeps, type IngestOptions, ingest } from '../../ingest/ingest.ts'
import { correct, publish } from '../../ingest/review.ts'
import type { PlanDocument } from '../../src/domain/document.ts'
import { documentField } from '../../src/domain/document-fields.ts'
import { standingCorrections } from '../../src/store/corrections.ts'
import { findDocument } from '../../src/store/documents.ts'
import { addPerson, readViewers } from '../../src/store/people.ts'
import { decideProposal, openProposals } from '../../src/store/proposals.ts'
import { readList } from '../../src/store/read-parts.ts'
import { countTasks, tasksOfDocument, withdrawnTasks } from '../../src/store/tasks.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { makeDocument, makeMetric, makeTask, makeUnits } from '../make-document.ts'

let base: TestDatabase
beforeAll(async () => {
  base = await freshDatabase()
})
afterAll(() => base.close())
beforeEach(async () => {
  await base.db.query('truncate file, unit, person restart identity cascade')
})

const NOW = new Date('2026-03-02T09:00:00+08:00')
const LATER = new Date('2026-03-03T09:00:00+08:00')
const LIVE: IngestOptions = { now: NOW, by: null, allowInternal: false, mode: 'live' }

/** A file of these bytes that reads as these documents. */
function take(bytes: string, documents: readonly PlanDocument[], options: Partial<IngestOptions> = {}) {
  const deps: IngestDeps = {
    db: base.db,
    read: async (raw) => ({
      name: raw.name,
      format: 'txt',
      text: bytes,
      tables: [],
      drop: [],
      warnings: [],
    }),
    extract: () => documents,
  }
  const raw = { name: '方案.txt', bytes: new TextEncoder().encode(bytes) }
  return ingest(raw, deps, { ...LIVE, ...options })
}

const everything = async () => {
  const tables = await base.db.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migration' order by 1`,
  )
  const rows = []
  for (const { name } of tables) rows.push([name, await base.db.query(`select * from ${name} order by 1, 2`)])
  return rows
}

const first = makeTask({
  no: 1,
  text: '建设低空示范线路6条，完善起降场地布局。',
  lead: makeUnits('市交通运输局'),
  responsible: makeUnits('市公安局', '各区人民政府'),
  metrics: [makeMetric()],
  deadline: {
    day: '2026-12-31',
    certainty: 'inherited',
    raw: '年底前',
    source: { start: 3, end: 6 },
  },
})
const second = makeTask({ no: 2, path: ['一', '2'], text: '编制无人机管理办法并组织宣传培训。' })
const third = makeTask({ no: 3, path: ['二', '1'], text: '引进低空制造企业，培育本地配套链条。' })

describe('a file comes in', () => {
  test('and reads back whole', async () => {
    const document = makeDocument({ tasks: [first, second] })
    const result = await take('a', [document])
    const id = result.documents[0]?.id ?? 0
    const tasks = await tasksOfDocument(base.db, id)
    expect(tasks.map(({ id: _, originId: __, ...task }) => task)).toEqual([first, second])
    expect(result).toMatchObject({ kind: 'added', documents: [{ version: 1, status: 'live', tasks: 2 }] })
  })

  test('a second time changes nothing', async () => {
    await take('a', [makeDocument({ tasks: [first] })])
    const before = await everything()
    const again = await take('a', [makeDocument({ tasks: [second, third] })], { now: LATER })
    expect(again.kind).toBe('unchanged')
    expect(await everything()).toEqual(before)
  })

  test('two at once write it once', async () => {
    const both = await Promise.all([take('a', [makeDocument()]), take('a', [makeDocument()])])
    expect(both.map((r) => r.kind).sort()).toEqual(['added', 'unchanged'])
  })

  test('a failure half way leaves nothing', async () => {
    const broken = makeDocument({
      tasks: [first, makeTask({ metrics: [makeMetric({ kind: 'odd' as 'total' })] })],
    })
    const before = await everything()
    await expect(take('a', [makeDocument({ number: null }), broken])).rejects.toMatchObject({
      code: 'database',
    })
    expect(await everything()).toEqual(before)
  })

  test('no document in it is said, and nothing is kept', async () => {
    await expect(take('a', [])).rejects.toMatchObject({ code: 'file-no-text' })
    expect(await base.db.query('select * from file')).toEqual([])
  })

  test('two documents under one number stand side by side', async () => {
    const result = await take('a', [makeDocument(), makeDocument({ title: '附件方案' })])
    expect(result.documents.map((d) => d.version)).toEqual([1, 1])
  })
})

describe('a changed file', () => {
  test('is the next version; kept tasks keep their origin, the old version stays readable', async () => {
    const one = await take('a', [makeDocument({ tasks: [first, second] })])
    const changed = { ...first, no: 2, lead: makeUnits('市发改委') }
    const two = await take('b', [makeDocument({ tasks: [third, changed] })])
    const [old, now] = [one.documents[0]?.id ?? 0, two.documents[0]?.id ?? 0]
    const oldTasks = await tasksOfDocument(base.db, old)
    const newTasks = await tasksOfDocument(base.db, now)
    expect(oldTasks.map((t) => t.no)).toEqual([1, 2])
    expect(newTasks[1]?.originId).toBe(oldTasks[0]?.id)
    expect(newTasks[0]?.originId).toBe(newTasks[0]?.id)
    expect(await findDocument(base.db, old)).toMatchObject({ replacedBy: now, version: 1 })
    expect(two.documents[0]).toMatchObject({
      version: 2,
      difference: {
        kept: 0,
        changed: [
          {
            fields: [
              { field: 'no', was: 1, now: 2 },
              { field: 'lead', was: ['市交通运输局'], now: ['市发改委'] },
            ],
          },
        ],
        added: [{ text: third.text }],
        withdrawn: [{ text: second.text }],
      },
    })
  })

  test('a third version still points to the first', async () => {
    const [one] = (await take('a', [makeDocument({ tasks: [first] })])).documents
    await take('b', [makeDocument({ tasks: [first] })])
    const [three] = (await take('c', [makeDocument({ tasks: [second, first] })])).documents
    const origin = (await tasksOfDocument(base.db, one?.id ?? 0))[0]?.id
    expect((await tasksOfDocument(base.db, three?.id ?? 0))[1]?.originId).toBe(origin)
    expect(await findDocument(base.db, one?.id ?? 0)).toMatchObject({ replacedBy: expect.any(Number) })
  })

  test('as a draft it waits, and the version before stays current until it is published', async () => {
    const [one] = (await take('a', [makeDocument()])).documents
    const [two] = (await take('b', [makeDocument()], { mode: 'draft' })).documents
    expect(await findDocument(base.db, one?.id ?? 0)).toMatchObject({ status: 'live', replacedBy: null })
    await publish(base.db, two?.id ?? 0, LATER)
    expect(await findDocument(base.db, one?.id ?? 0)).toMatchObject({ replacedBy: two?.id })
    expect(await findDocument(base.db, two?.id ?? 0)).toMatchObject({ status: 'live', replacedBy: null })
  })
})

describe('reading again after the rules changed', () => {
  test('keeps the ids of tasks, unchanged or better read', async () => {
    const [one] = (await take('a', [makeDocument({ tasks: [first, second, third] })])).documents
    const before = await tasksOfDocument(base.db, one?.id ?? 0)
    const better = { ...second, deadline: first.deadline }
    const result = await take('a', [makeDocument({ tasks: [third, first, better] })], { again: true })
    const after = await tasksOfDocument(base.db, one?.id ?? 0)
    expect(result).toMatchObject({ kind: 'reread', documents: [{ id: one?.id, version: 1 }] })
    expect(result.documents[0]?.difference).toMatchObject({ kept: 2, added: [], withdrawn: [] })
    expect(after.map((t) => t.id)).toEqual([before[2]?.id, before[0]?.id, before[1]?.id])
    expect(after[2]?.deadline?.day).toBe('2026-12-31')
  })

  test('what a better reading drops stays for its progress, in no list, and takes its row up when it is back', async () => {
    const { db } = base
    const [one] = (await take('a', [makeDocument({ tasks: [first, second] })])).documents
    const id = one?.id ?? 0
    const [, dropped] = await tasksOfDocument(db, id)
    await take('b', [makeDocument({ tasks: [first, second] })])
    await db.query(
      `insert into closing (task_id, closed_at, closed_on, reason) values ($1, now(), '2026-03-02', '已办结')`,
      [dropped?.id],
    )
    const again = await take('a', [makeDocument({ tasks: [third, first] })], { again: true })
    expect(again.documents[0]?.difference).toMatchObject({ withdrawn: [{ text: second.text }] })
    expect((await tasksOfDocument(db, id)).map((t) => t.text)).toEqual([third.text, first.text])
    expect(await countTasks(db, id)).toBe(2)
    expect((await withdrawnTasks(db, id)).map((t) => t.id)).toEqual([dropped?.id])
    expect(await db.query('select task_id as id from closing')).toEqual([{ id: dropped?.id }])
    const less = await take('a', [makeDocument({ tasks: [first] })], { again: true })
    expect(less.documents[0]?.difference?.withdrawn.map((t) => t.text)).toEqual([third.text])
    await take('a', [makeDocument({ tasks: [first, third, second] })], { again: true })
    expect((await tasksOfDocument(db, id))[2]).toMatchObject({ id: dropped?.id, text: second.text })
    expect(await withdrawnTasks(db, id)).toEqual([])
  })

  test('does not publish a draft', async () => {
    await take('a', [makeDocument()], { mode: 'draft' })
    const again = await take('a', [makeDocument()], { again: true, mode: 'live' })
    expect(again.documents[0]?.status).toBe('draft')
    expect(await findDocument(base.db, again.documents[0]?.id ?? 0)).toMatchObject({ status: 'draft' })
  })

  test('withdraws a document the file no longer holds, and brings it back under its id', async () => {
    const other = makeDocument({ number: '云政办〔2026〕2号', title: '另一方案' })
    const [, two] = (await take('a', [makeDocument(), other])).documents
    const id = two?.id ?? 0
    await take('a', [makeDocument()], { again: true })
    expect(await findDocument(base.db, id)).toMatchObject({ status: 'withdrawn' })
    const back = await take('a', [makeDocument(), other], { again: true })
    expect(back.documents.map((d) => d.id)).toContain(id)
    expect(await findDocument(base.db, id)).toMatchObject({ status: 'live', version: 1 })
  })

  test('an unchanged task keeps its metric rows too', async () => {
    await take('a', [makeDocument({ tasks: [first] })])
    const before = await base.db.query('select id from metric')
    await take('a', [makeDocument({ tasks: [second, first] })], { again: true })
    expect(await base.db.query('select id from metric')).toEqual(before)
  })
})

describe('a correction', () => {
  const wrong = { ...first, deadline: null }
  const order = { by: null, at: LATER }

  test('is written, recorded, and survives reading again', async () => {
    const [one] = (await take('a', [makeDocument({ tasks: [wrong, second] })])).documents
    const documentId = one?.id ?? 0
    const [task] = await tasksOfDocument(base.db, documentId)
    const of = { ...order, documentId, taskId: task?.id ?? 0 }
    await correct(base.db, { ...of, field: 'deadline', value: '2026-06-30' })
    await correct(base.db, { ...of, field: 'lead', value: ['市发改委'] })
    await take('a', [makeDocument({ tasks: [second, wrong] })], { again: true })
    const after = (await tasksOfDocument(base.db, documentId))[1]
    expect(after).toMatchObject({
      id: task?.id,
      deadline: { day: '2026-06-30' },
      lead: [{ name: '市发改委' }],
      effectiveLead: [{ name: '市发改委' }],
    })
    expect(await standingCorrections(base.db, documentId)).toMatchObject([
      { field: 'deadline', was: null, value: '2026-06-30' },
      { field: 'lead', was: ['市交通运输局'], value: ['市发改委'] },
    ])
  })

  test('goes over to a new version only where the same mistake is read again', async () => {
    const [one] = (await take('a', [makeDocument({ tasks: [wrong, second] })])).documents
    const [task, other] = await tasksOfDocument(base.db, one?.id ?? 0)
    const documentId = one?.id ?? 0
    await correct(base.db, {
      ...order,
      documentId,
      taskId: task?.id ?? 0,
      field: 'deadline',
      value: '2026-06-30',
    })
    await correct(base.db, {
      ...order,
      documentId,
      taskId: other?.id ?? 0,
      field: 'lead',
      value: ['市司法局'],
    })
    const mended = { ...second, lead: makeUnits('市交通运输局') }
    const [two] = (await take('b', [makeDocument({ tasks: [wrong, mended] })])).documents
    const after = await tasksOfDocument(base.db, two?.id ?? 0)
    expect(after[0]?.deadline?.day).toBe('2026-06-30')
    expect(after[1]?.lead.map((u) => u.name)).toEqual(['市交通运输局'])
    expect(await standingCorrections(base.db, two?.id ?? 0)).toHaveLength(1)
  })

  test('of the head', async () => {
    const [one] = (await take('a', [makeDocument({ issuedOn: null })])).documents
    const documentId = one?.id ?? 0
    await correct(base.db, { ...order, documentId, taskId: null, field: 'issuedOn', value: '2026-01-12' })
    await take('a', [makeDocument({ issuedOn: null })], { again: true })
    expect(await findDocument(base.db, documentId)).toMatchObject({ issuedOn: '2026-01-12' })
  })

  const lists = {
    goals: [makeMetric({ name: '产业规模', value: 1200, unit: '亿元', raw: '产业规模1200亿元' })],
    stages: [
      {
        name: '动员部署',
        start: null,
        end: '2026-03-31',
        text: '动员部署阶段',
        source: { start: 1, end: 4 },
      },
    ],
    duties: [
      {
        who: '各责任单位',
        to: '市人民政府督查室',
        what: '进展情况',
        due: null,
        recurrence: 'quarterly' as const,
        timing: { from: '2026-04-01', until: null, month: 1, day: 20 },
        text: '每季度第1个月20日前报送进展情况。',
        source: { start: 2, end: 5 },
      },
    ],
    roster: [{ role: '组长', name: '林雨桐', title: '副市长', source: { start: 3, end: 6 } }],
  }

  test.each(Object.keys(lists) as (keyof typeof lists)[])(
    'of the list of %s, read back whole',
    async (field) => {
      const [one] = (await take('a', [makeDocument(lists)])).documents
      const documentId = one?.id ?? 0
      expect(await readList(base.db, documentId, field)).toEqual({ [field]: lists[field] })
      const entry = { ...(documentField({ ...makeDocument(lists) }, field)?.[0] as unknown as object) }
      const value = [entry, { ...entry, name: '另一', what: '另一' }]
      await correct(base.db, { ...order, documentId, taskId: null, field, value })
      await take('a', [makeDocument(lists)], { again: true })
      const after = documentField(await readList(base.db, documentId, field), field)
      expect(after).toHaveLength(2)
      expect(after?.[0]).toEqual(entry)
      const [two] = (await take('b', [makeDocument(lists)])).documents
      expect(documentField(await readList(base.db, two?.id ?? 0, field), field)).toHaveLength(2)
      const [three] = (await take('c', [makeDocument({ ...lists, [field]: [] })])).documents
      expect(documentField(await readList(base.db, three?.id ?? 0, field), field)).toEqual([])
    },
  )

  test('made twice keeps what the program had read', async () => {
    const [one] = (await take('a', [makeDocument({ tasks: [wrong] })])).documents
    const documentId = one?.id ?? 0
    const [task] = await tasksOfDocument(base.db, documentId)
    const of = { ...order, documentId, taskId: task?.id ?? 0, field: 'title' }
    await correct(base.db, { ...of, value: '甲' })
    await correct(base.db, { ...of, value: '乙' })
    expect(await standingCorrections(base.db, documentId)).toMatchObject([{ was: null, value: '乙' }])
  })

  test.each([
    ['deadline', '年底'],
    ['lead', '市发改委'],
    ['colour', 'red'],
    ['title', ''],
  ])('%s = %j is refused', async (field, value) => {
    const [one] = (await take('a', [makeDocument()])).documents
    const [task] = await tasksOfDocument(base.db, one?.id ?? 0)
    const bad = { ...order, documentId: one?.id ?? 0, taskId: task?.id ?? 0, field, value }
    await expect(correct(base.db, bad)).rejects.toMatchObject({ code: 'bad-request' })
  })

  test.each([
    ['issuedOn', '去年'],
    ['title', null],
    ['stages', [{ start: '2026-01-01' }]],
    ['tasks', []],
  ])('%s = %j of a document is refused', async (field, value) => {
    const [one] = (await take('a', [makeDocument()])).documents
    const bad = { ...order, documentId: one?.id ?? 0, taskId: null, field, value }
    await expect(correct(base.db, bad)).rejects.toMatchObject({ code: 'bad-request' })
  })

  test('of a document nobody has is refused', async () => {
    const bad = { ...order, documentId: 99, taskId: null, field: 'title', value: '甲' }
    await expect(correct(base.db, bad)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('units of a document', () => {
  test('a new name is a unit of its own and waits for a word; merging makes it an alias', async () => {
    await take('a', [makeDocument({ tasks: [first] })])
    const open = await openProposals(base.db)
    expect(open.map((p) => p.name)).toContain('云川市交通运输局')
    const find = (name: string) => open.find((p) => p.name === name)?.unitId ?? 0
    const [from, into] = [find('云川市公安局'), find('云川市交通运输局')]
    const person = { name: '林雨桐', title: null, unitId: from, roles: ['leader' as const], oversees: [from] }
    await addPerson(base.db, person)
    await decideProposal(base.db, { unitId: from, mergeInto: into, by: null, at: LATER })
    expect(await readViewers(base.db)).toMatchObject([{ unitId: into, oversees: [into] }])
    const links = await base.db.query(
      `select written, unit_id from task_unit where role = 'responsible' order by ordinal`,
    )
    expect(links[0]).toEqual({ written: '市公安局', unit_id: into })
    await take('b', [makeDocument({ number: null, tasks: [first] })])
    expect((await openProposals(base.db)).map((p) => p.name)).not.toContain('云川市公安局')
  })

  test('a decision is made once, and never about itself', async () => {
    await take('a', [makeDocument({ tasks: [first] })])
    const unitId = (await openProposals(base.db))[0]?.unitId ?? 0
    const decision = { unitId, by: null, at: LATER }
    await expect(decideProposal(base.db, { ...decision, mergeInto: unitId })).rejects.toMatchObject({
      code: 'bad-request',
    })
    await expect(decideProposal(base.db, { ...decision, mergeInto: 9999 })).rejects.toMatchObject({
      code: 'not-found',
    })
    await decideProposal(base.db, decision)
    expect((await openProposals(base.db)).map((p) => p.unitId)).not.toContain(unitId)
    await expect(decideProposal(base.db, decision)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('the same short name in another city is another body', async () => {
    await take('a', [makeDocument({ tasks: [first] })])
    await take('b', [
      makeDocument({ number: '江政办〔2026〕1号', issuer: '江源市人民政府办公室', tasks: [first] }),
    ])
    const units = await base.db.query(`select name, place from unit where short = '市公安局' order by id`)
    expect(units).toEqual([
      { name: '云川市公安局', place: '云川市' },
      { name: '江源市公安局', place: '江源市' },
    ])
  })

  test('a group takes in what the document says, for that document alone', async () => {
    const groups = [
      {
        name: '各区人民政府',
        includes: ['高新区管委会'],
        text: '各区人民政府〈含高新区管委会，下同〉',
        source: { start: 0, end: 5 },
      },
    ]
    const [one] = (await take('a', [makeDocument({ tasks: [first], groups })])).documents
    const rows = await base.db.query(
      `select g.short as "group", m.short as member, document_id from unit_member
       join unit g on g.id = group_id join unit m on m.id = member_id`,
    )
    expect(rows).toEqual([{ group: '各区人民政府', member: '高新区管委会', document_id: one?.id }])
  })
})
