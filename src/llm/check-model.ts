import type { ModelSettings } from './create-model.ts'

const WAIT_MS = 5_000
const OPENAI = 'https://api.openai.com/v1'

/** Whether the endpoint answers and knows the model; null: it does, else a Chinese line saying what to do. */
export async function modelFault(settings: ModelSettings): Promise<string | null> {
  const base = (settings.baseUrl ?? OPENAI).replace(/\/+$/, '')
  try {
    const response = await fetch(`${base}/models`, {
      headers: settings.apiKey ? { authorization: `Bearer ${settings.apiKey}` } : {},
      signal: AbortSignal.timeout(WAIT_MS),
    })
    if (response.status === 401 || response.status === 403)
      return '模型服务不认这个密钥，请检查 OPENAI_API_KEY'
    if (!response.ok) return null // not every server lists its models; it answers, and that is what was asked
    return listed(await response.json(), settings.model)
      ? null
      : `模型服务里没有“${settings.model}”，请检查 OPENAI_MODEL`
  } catch {
    return `模型服务 ${base} 连接不上，请检查 OPENAI_BASE_URL 和网络`
  }
}

function listed(body: unknown, model: string | null): boolean {
  const data = (body as { readonly data?: unknown }).data
  if (!Array.isArray(data) || data.length === 0) return true
  return data.some((entry: { readonly id?: unknown }) => entry.id === model)
}
