import { createCipheriv, createHash, randomBytes } from 'node:crypto'

export interface Seal {
  readonly encryptKey: string
  readonly at?: Date
  readonly nonce?: string
}

/** The body as the platform encrypts it, pretty-printed or not: what is signed are the bytes. */
export function encrypted(event: unknown, encryptKey: string): string {
  const iv = randomBytes(16)
  const key = createHash('sha256').update(encryptKey).digest()
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  const sealed = Buffer.concat([iv, cipher.update(JSON.stringify(event)), cipher.final()])
  return JSON.stringify({ encrypt: sealed.toString('base64') }, null, 1)
}

export function signed(
  body: string,
  { encryptKey, at = new Date(), nonce = 'n1' }: Seal,
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signature = createHash('sha256')
    .update(timestamp + nonce + encryptKey + body)
    .digest('hex')
  return {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signature,
  }
}
