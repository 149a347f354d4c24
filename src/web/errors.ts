import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { type ErrorCode, isAppError } from '../errors.ts'
import type { WebDeps } from './deps.ts'
import { toastHtml } from './pages/chat-parts.ts'
import { errorPage } from './pages/error.ts'

interface Failure {
  readonly status: number
  readonly title: string
  readonly message: string
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  'not-found': 404,
  'not-allowed': 403,
  'bad-request': 400,
  'file-empty': 400,
  'file-too-large': 413,
  database: 503,
}

const TITLES: Readonly<Record<number, string>> = {
  400: '没看懂这个请求',
  403: '不能这样操作',
  404: '没有找到',
  413: '内容太长',
  503: '暂时查不了',
}

export const notFound: RequestHandler = (req, res) => {
  answer(req, res, { status: 404, title: '没有找到', message: '没有这个页面，可能是链接不完整或已失效。' })
}

/** Every failure becomes a Chinese page, or a toast where the page itself asked; the cause goes to the log alone. */
export function answerError(deps: Pick<WebDeps, 'log'>): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    const failure = failureOf(error)
    if (failure.status >= 500) deps.log.error({ err: error, path: req.path }, 'page failed')
    else deps.log.info({ path: req.path, status: failure.status }, 'request refused')
    answer(req, res, failure)
  }
}

function failureOf(error: unknown): Failure {
  const status = statusOf(error)
  const title = TITLES[status] ?? '出了点问题'
  if (isAppError(error) && status < 500) return { status, title, message: error.message }
  if (status === 413) return { status, title, message: '一次发送的内容太长，请缩短后再发。' }
  if (status === 503) return { status, title, message: '任务库暂时连不上，请稍后再试；已发的内容不会丢。' }
  if (status < 500) return { status, title, message: '请求的格式不对，请刷新页面后再试。' }
  return { status, title, message: '我们这边出了点问题，已经记录。请稍后再试，或联系系统管理员。' }
}

/** express and its parsers carry their own status on the error. */
function statusOf(error: unknown): number {
  if (isAppError(error)) return STATUS[error.code] ?? 500
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  return status >= 400 && status < 600 ? status : 500
}

function answer(req: Request, res: Response, failure: Failure): void {
  res.status(failure.status)
  if (req.get('hx-request') === 'true') res.send(toastHtml({ type: 'error', text: failure.message }).markup)
  else res.send(errorPage(failure).markup)
}
