import type { FeishuLog } from './settings.ts'

/** Keys and shapes under which the SDK would write secrets down. */
const SECRET =
  /((?:app_?secret|appsecret|tenant_access_token|access_token|authorization|ticket|access_key)["']?\s*[:=]\s*["']?)(?:bearer\s+)?[^"'&\s,}]+/gi

/** The SDK's logger over ours: it hands one array; objects are reduced to their message, secrets are cut out. */
export function sdkLog(log: FeishuLog) {
  const at =
    (level: keyof FeishuLog) =>
    (...said: readonly unknown[]) =>
      log[level]({ from: 'feishu-sdk' }, redact(said.flat().map(words).join(' ')))
  return { error: at('warn'), warn: at('warn'), info: at('debug'), debug: at('debug'), trace: () => {} }
}

export function redact(text: string): string {
  return text.replace(SECRET, '$1***').slice(0, 500)
}

/** Whole objects are not logged: an HTTP error carries its request, and that the app secret. */
function words(said: unknown): string {
  if (typeof said === 'string') return said
  if (said instanceof Error) return said.message
  return typeof said === 'object' && said !== null ? '[object]' : String(said)
}
