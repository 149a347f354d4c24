import type { Config } from '../config.ts'
import { openEmbedder } from '../embed/open-embedder.ts'
import { isAppError } from '../errors.ts'
import { createFeishuClient } from '../feishu/client.ts'
import { modelFault } from '../llm/check-model.ts'
import { createLog } from '../log.ts'
import { readCalendarDays } from '../store/calendar-days.ts'
import { checkDatabase } from '../store/check-database.ts'
import { type CalendarDay, type WorkingDays, workingDays } from '../text/working-days.ts'
import { openDatabase } from './database.ts'
import { embeddingSettings, feishuSettings, modelSettings } from './settings.ts'

/** One finding: `off` is a part that is not set up and need not be. `advice`: what to do, null where nothing. */
export interface Finding {
  readonly part: string
  readonly state: 'ok' | 'off' | 'wrong'
  readonly note: string
  readonly advice: string | null
}

/** Looks at every part the product rests on. Never throws: what is wrong is a finding. */
export async function examine(config: Config, now: Date): Promise<Finding[]> {
  const database = await examineDatabase(config)
  const parts = [examineFeishu, examineModel, examineEmbedding]
  const findings = await Promise.all(parts.map((part) => part(config)))
  return [...database.findings, ...findings.flat(), ...examineCalendar(now, workingDays(database.days))]
}

const wrong = (part: string, note: string, advice: string | null = null): Finding => ({
  part,
  state: 'wrong',
  note,
  advice,
})
const well = (part: string, note: string): Finding => ({ part, state: 'ok', note, advice: null })
const off = (part: string, note: string): Finding => ({ part, state: 'off', note, advice: null })
const words = (error: unknown): string => (error instanceof Error ? error.message : String(error))

interface DatabaseFound {
  readonly findings: readonly Finding[]
  /** Holidays that supervisors imported. */
  readonly days: readonly CalendarDay[]
}

async function examineDatabase(config: Config): Promise<DatabaseFound> {
  try {
    const database = await openDatabase(config, { attach: true, progress: () => {} })
    try {
      const checks = await checkDatabase(database.db)
      const findings = checks.map(({ ok, note, advice }) =>
        ok ? well('数据库', note) : wrong('数据库', note, advice),
      )
      return { findings, days: await readCalendarDays(database.db) }
    } finally {
      await database.close()
    }
  } catch (error) {
    return { findings: [wrong('数据库', words(error))], days: [] }
  }
}

async function examineFeishu(config: Config): Promise<Finding[]> {
  try {
    const settings = feishuSettings(config)
    if (settings === null) return [off('飞书', '未设置 FEISHU_APP_ID，只用网页对话')]
    const client = await createFeishuClient(settings, createLog('silent'))
    return [well('飞书', `凭证有效，机器人名为“${(await client.self()).name}”`)]
  } catch (error) {
    const advice = '请检查 FEISHU_APP_ID、FEISHU_APP_SECRET、FEISHU_DOMAIN，并确认应用已启用机器人能力'
    return [wrong('飞书', words(error), isAppError(error, 'config') ? null : advice)]
  }
}

async function examineModel(config: Config): Promise<Finding[]> {
  const settings = modelSettings(config)
  if (settings.model === null) return [off('模型', '未设置 OPENAI_MODEL，全部按规则回答')]
  const fault = await modelFault(settings)
  return [fault === null ? well('模型', `${settings.model} 可用`) : wrong('模型', fault)]
}

async function examineEmbedding(config: Config): Promise<Finding[]> {
  try {
    const embedder = await openEmbedder(embeddingSettings(config))
    if (embedder === null) return [off('向量检索', '未设置向量模型，检索只用词语一路')]
    const [vector] = await embedder.embed(['重点任务'])
    return [well('向量检索', `${embedder.model}，${vector?.length ?? 0} 维`)]
  } catch (error) {
    return [wrong('向量检索', words(error), '请检查 EMBEDDING_ 开头的设置；不用向量检索可以都不填')]
  }
}

/** The State Council names the next year's holidays each November; until then weekends are all we know, and it is said. */
function examineCalendar(now: Date, calendar: WorkingDays): Finding[] {
  const year = now.getFullYear()
  return [year, year + 1].map((y) => {
    if (calendar.knows(y)) return well('日历', `已有 ${y} 年放假调休安排`)
    const note = `还没有 ${y} 年的放假调休安排，跨到该年的工作日只按周末推算`
    const advice = `国务院办公厅发布后，升级本程序，或用 duban calendar import 文件 导入 ${y} 年的安排`
    return { part: '日历', state: y === year ? 'wrong' : 'off', note, advice }
  })
}
