import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

/** What the server says before it can answer: a page that looks again by itself, and "not ready" to machines. */
export function startingHandler(doing: () => string): RequestListener {
  return (request, response) => {
    if (request.url === '/healthz') return json(response, 200, { status: 'ok' })
    if (request.method !== 'GET' || request.url === '/readyz')
      return json(response, 503, { ready: false, parts: [{ part: '启动', ok: false, note: doing() }] })
    showStarting(request, response, doing())
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'retry-after': '2' })
  response.end(JSON.stringify(body))
}

function showStarting(_request: IncomingMessage, response: ServerResponse, doing: string): void {
  const safe = doing.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'retry-after': '2',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  })
  response.end(`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>正在启动 · 督办助手</title>
<style>body{font:16px/1.8 system-ui,sans-serif;display:grid;place-content:center;min-height:90vh;color:#1f2329;text-align:center}p{color:#646a73}</style>
</head><body><h1>督办助手正在启动</h1><p>${safe}</p></body></html>`)
}
