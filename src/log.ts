import pino from 'pino'

/** What the flows may log: a line of words and its facts. */
export interface Log {
  readonly debug: (facts: object, message: string) => void
  readonly info: (facts: object, message: string) => void
  readonly warn: (facts: object, message: string) => void
  readonly error: (facts: object, message: string) => void
}

/** Names under which secrets travel in our settings, in Feishu's requests and in HTTP headers. */
const SECRETS = [
  'secret',
  'app_secret',
  'appSecret',
  'AppSecret',
  'token',
  'tenant_access_token',
  'apiKey',
  'api_key',
  'authorization',
  'Authorization',
  'password',
  'encryptKey',
]

const URL_PASSWORD = /(\w+:\/\/[^:/@\s]+:)[^@/\s]+@/g
const BEARER = /(Bearer\s+|sk-|t-)[\w.-]{8,}/g

/** JSON lines on stderr, for stdout belongs to the commands' answers. Secrets are cut by name and by shape. */
export function createLog(level: string): Log & { readonly flush: () => void } {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '***' },
      serializers: {
        err: (error: Error) => ({ ...pino.stdSerializers.err(error), message: scrub(error.message) }),
      },
      hooks: {
        logMethod(args, method) {
          method.apply(this, args.map((a) => (typeof a === 'string' ? scrub(a) : a)) as typeof args)
        },
      },
    },
    pino.destination({ dest: 2, sync: true }),
  )
}

/** Cuts passwords out of URLs, bearer tokens and keys wherever they stand in a sentence. */
export function scrub(text: string): string {
  return text.replace(URL_PASSWORD, '$1***@').replace(BEARER, '$1***')
}
