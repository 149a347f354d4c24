import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ingestHanded, publishDraft } from '../../src/app/ingesting.ts'
import { loadConfig } from '../../src/config.ts'
import { allDocuments } from '../../src/store/documents.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'

const NOW = new Date('2026-11-22T02:00:00Z')
const PLAN = '云川市候车亭建设方案\n一、重点任务\n1. 新建候车亭40个。（责任单位：市交通运输局）\n'
const settings = (env: NodeJS.ProcessEnv) => loadConfig(env, '/nonexistent/.env')
const file = (text: string) => ({ name: '方案.txt', bytes: new TextEncoder().encode(text), by: 1, now: NOW })

describe('files handed over are taken in as the settings say', () => {
  let fresh: TestDatabase
  beforeAll(async () => {
    fresh = await freshDatabase()
  })
  afterAll(() => fresh.close())

  test('INGEST_MODE=draft: a draft until it is published', async () => {
    const result = await ingestHanded(fresh.db, settings({ INGEST_MODE: 'draft' }))(file(PLAN))
    expect(result.documents).toMatchObject([{ status: 'draft', tasks: 1 }])
    await publishDraft(fresh.db, (await allDocuments(fresh.db))[0]!.id, NOW)
    expect(await allDocuments(fresh.db)).toMatchObject([{ status: 'live', title: '云川市候车亭建设方案' }])
  })

  test('INTERNAL_FILES: asked about, or kept; a secret file never', async () => {
    const asks = ingestHanded(fresh.db, settings({}))
    const keeps = ingestHanded(fresh.db, settings({ INTERNAL_FILES: 'keep' }))
    await expect(asks(file(`内部资料\n${PLAN}`))).rejects.toMatchObject({ code: 'file-internal' })
    await expect(keeps(file(`秘密★\n${PLAN}`))).rejects.toMatchObject({ code: 'file-secret' })
    expect(await keeps(file(`内部资料\n${PLAN}`))).toMatchObject({ documents: [{ status: 'live' }] })
  })
})
