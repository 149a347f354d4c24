/** How to reach one Feishu app. */
export interface FeishuSettings {
  /** `cli_` and 16 hexadecimal digits; the SDK connects with no other. */
  readonly appId: string
  readonly appSecret: string
  /** https://open.feishu.cn, https://open.larksuite.com, or a loopback server; no slash at the end. */
  readonly domain: string
  readonly mode: 'websocket' | 'webhook'
  /** Webhook mode: signs and encrypts what the platform sends. */
  readonly encryptKey: string | null
  readonly verificationToken: string | null
}

export interface FeishuLog {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
