import { z } from 'zod'
import { AppError } from '../errors.ts'
import { ask, idOf } from './ask.ts'
import { platformError } from './failure.ts'
import type { SdkClient } from './sdk.ts'

/** The platform would give 100 MB; no plan is that large. */
const MOST_BYTES = 50_000_000
const TRANSFER_MS = 60_000
const FILE = z.looseObject({ data: z.looseObject({ file_key: z.string().min(1) }) })

/** What the platform calls a file by its ending; all others are a stream. */
const TYPES: Readonly<Record<string, string>> = {
  ...{ pdf: 'pdf', doc: 'doc', docx: 'doc', xls: 'xls', xlsx: 'xls', ppt: 'ppt', pptx: 'ppt' },
}

type Again = <T>(work: () => Promise<T>) => Promise<T>

/** Files in and out; both may take longer than a call. */
export function filesOf(sdk: SdkClient, again: Again) {
  return {
    async download(messageId: string, key: string, kind: 'file' | 'image'): Promise<Uint8Array> {
      const url = `/open-apis/im/v1/messages/${idOf(messageId)}/resources/${idOf(key)}`
      const get = {
        method: 'GET',
        url,
        params: { type: kind },
        responseType: 'arraybuffer' as const,
        timeout: TRANSFER_MS,
      }
      const body: unknown = await again(() => sdk.client.request(get))
      if (!(body instanceof Uint8Array))
        throw platformError({ status: 200, code: 0, msg: 'no bytes', logId: null, resetSeconds: null })
      if (body.byteLength > MOST_BYTES)
        throw new AppError('file-too-large', '文件超过 50 MB，没有读。请拆开后再发。')
      return body
    },
    async upload(name: string, bytes: Uint8Array): Promise<string> {
      const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
      const data = { file_type: TYPES[ending] ?? 'stream', file_name: name, file: bytes }
      const headers = { 'Content-Type': 'multipart/form-data' }
      const post = { method: 'POST', data, headers, timeout: TRANSFER_MS } as const
      return (await again(() => ask(sdk, FILE, '/im/v1/files', post))).data.file_key
    },
  }
}
