import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** How far the platform's clock and ours may be apart; an older request is a replay. */
const WINDOW_MS = 5 * 60_000

/** True when the raw bytes were signed with our encrypt key, lately. */
export function isSigned(
  headers: IncomingHttpHeaders,
  body: Buffer,
  check: { readonly encryptKey: string; readonly now: Date },
): boolean {
  const [stamp, nonce, signature] = ['timestamp', 'nonce', 'signature'].map((name) => {
    const value = headers[name === 'signature' ? 'x-lark-signature' : `x-lark-request-${name}`]
    return typeof value === 'string' ? value : ''
  }) as [string, string, string]
  const age = Math.abs(check.now.getTime() - Number(stamp) * 1000)
  if (stamp === '' || !(age <= WINDOW_MS)) return false
  const hash = createHash('sha256')
    .update(stamp + nonce + check.encryptKey)
    .update(body)
  return sameText(hash.digest('hex'), signature)
}

/** In constant time, whatever the lengths. */
export function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** AES-256-CBC under SHA-256 of the key, the first block being the IV. Null: not ours, or broken. */
export function decrypt(encrypted: string, encryptKey: string): string | null {
  try {
    const bytes = Buffer.from(encrypted, 'base64')
    const key = createHash('sha256').update(encryptKey).digest()
    const cipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16))
    return Buffer.concat([cipher.update(bytes.subarray(16)), cipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
