import { z } from 'zod'
import { platformError } from './failure.ts'
import type { SdkClient } from './sdk.ts'

const BODY = z.looseObject({ code: z.number().default(0), msg: z.string().default('') })

export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly params?: Readonly<Record<string, string>>
  readonly data?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
  readonly timeout?: number
}

/** One look at both shapes of failure: HTTP errors come as our own from `http`, a code other than 0 may come with 200. */
export async function ask<T>(sdk: SdkClient, shape: z.ZodType<T>, path: string, request: Call): Promise<T> {
  const url = `/open-apis${path}`
  const body: unknown = await sdk.client.request({ ...request, url }).catch(tokenFailure)
  const told = BODY.safeParse(body)
  const base = { status: 200, logId: null, resetSeconds: null }
  if (!told.success) throw platformError({ ...base, code: 0, msg: 'unreadable answer' })
  if (told.data.code !== 0) throw platformError({ ...base, code: told.data.code, msg: told.data.msg })
  const read = shape.safeParse(body)
  if (!read.success) throw platformError({ ...base, code: 0, msg: 'answer without its data' })
  return read.data
}

/** The token endpoint's refusal is a plain Error of the SDK with the code in its words. */
function tokenFailure(error: unknown): never {
  const code =
    error instanceof Error ? /tenant_access_token, code: (\d+)/.exec(error.message)?.[1] : undefined
  if (code === undefined) throw error
  throw platformError({ status: 200, code: Number(code), msg: 'no token', logId: null, resetSeconds: null })
}

/** Ids stand in the path: one with a slash would reach another address. */
export function idOf(id: string): string {
  if (/^[\w-]{1,128}$/.test(id)) return id
  throw platformError({ status: 400, code: 0, msg: 'not an id', logId: null, resetSeconds: null })
}
