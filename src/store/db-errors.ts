import { AppError } from '../errors.ts'

interface PgError {
  readonly code?: string
  readonly message?: string
  readonly address?: string
  readonly port?: number
  readonly constraint?: string
  readonly detail?: string
  readonly errors?: readonly PgError[]
}

/** SQLSTATE or socket code → what the operator is told. Codes: postgresql.org/docs/current/errcodes-appendix. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ETIMEDOUT)$/,
    '连不上数据库，请检查 DATABASE_URL 的主机和端口、数据库是否已启动',
  ],
  [/^(28P01|28000)$/, '数据库不接受这个用户名或密码，请检查 DATABASE_URL'],
  [/^3D000$/, 'DATABASE_URL 里写的数据库不存在，请先建库'],
  [/^(ECONNRESET|EPIPE|57P01|57P02|57P03|08\w{3})$/, '与数据库的连接断了，请稍后再试'],
  [/^53100$/, '数据库所在磁盘已满，请清理空间'],
  [/^53300$/, '数据库连接数已满，请稍后再试或调大 max_connections'],
  [/^(42501)$/, '数据库用户权限不够，请授予建表和建扩展的权限'],
  [/^(40001|40P01)$/, '数据库正忙，请再试一次'],
]

/** Any failure of `pg` as AppError `database`: one Chinese line for people, SQLSTATE and constraint for the log. */
export function databaseError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const raw = (error ?? {}) as PgError
  const { code, constraint, detail, message } = raw.errors?.[0] ?? raw
  const known = KNOWN.find(([pattern]) => pattern.test(code ?? ''))
  const words = known?.[1] ?? unnamed(message ?? '')
  return new AppError('database', `${words}。`, { cause: error, context: { code, constraint, detail } })
}

function unnamed(message: string): string {
  if (/connection (terminated|timeout)|timeout exceeded/i.test(message))
    return '与数据库的连接断了，请稍后再试'
  if (/invalid url|SSL/i.test(message)) return `DATABASE_URL 有误（${message}），请检查`
  return `数据库出错：${message || '原因不明'}`
}
