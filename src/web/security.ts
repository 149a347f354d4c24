import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { AppError } from '../errors.ts'

/** No foreign or inline script or style ever runs; the pages need none. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export function securityHeaders(_: Request, res: Response, next: NextFunction): void {
  res.set({
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  })
  next()
}

/**
 * A browser says where a request that changes something comes from; another site's is refused. A request that says
 * nothing comes from no browser page.
 */
export const sameOriginOnly: RequestHandler = (req, _, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') return next()
  const origin = req.get('origin')
  const site = req.get('sec-fetch-site')
  const foreign = origin !== undefined && hostOf(origin) !== req.get('host')
  if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    return next(new AppError('not-allowed', '请求来自别的网站，没有执行。请在本页面里操作。'))
  next()
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
