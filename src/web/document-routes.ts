import { Router } from 'express'
import { AppError } from '../errors.ts'
import type { WebDeps } from './deps.ts'
import { documentPage } from './pages/document.ts'
import { documentsPage } from './pages/documents.ts'
import { fieldsOf } from './visit.ts'

const GONE = '没有这份文件，可能已撤下或链接不完整。可以到文件库里找。'

/** The library, and the page every citation opens: a document with the clause marked. */
export function documentRoutes(deps: Pick<WebDeps, 'documents'>): Router {
  const router = Router()
  router.get('/documents', async (_, res) => {
    res.send(documentsPage(await deps.documents.list()).markup)
  })
  router.get('/documents/:id', async (req, res) => {
    const document = await deps.documents.find(idOf(req.params.id))
    if (!document) throw new AppError('not-found', GONE)
    const { start, end } = fieldsOf(req.query)
    res.send(documentPage(document, { start: placeOf(start), end: placeOf(end) }).markup)
  })
  return router
}

function idOf(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new AppError('not-found', GONE)
  return Number(text)
}

/** NaN: not given, or no place. */
const placeOf = (text: string | undefined) => (/^\d{1,12}$/.test(text ?? '') ? Number(text) : Number.NaN)
