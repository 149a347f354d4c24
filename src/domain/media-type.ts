const SIGNS: readonly (readonly [type: string, ending: string, first: readonly number[]])[] = [
  ['image/jpeg', 'jpg', [0xff, 0xd8, 0xff]],
  ['image/png', 'png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/gif', 'gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/bmp', 'bmp', [0x42, 0x4d]],
  ['application/pdf', 'pdf', [0x25, 0x50, 0x44, 0x46]],
]
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const BY_ENDING: Readonly<Record<string, string>> = {
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  txt: 'text/plain',
  zip: 'application/zip',
  mp4: 'video/mp4',
}
const UNKNOWN = 'application/octet-stream'

/** By its first bytes, then by its name: what is served back must not be what someone else only calls it. */
export function mediaTypeOf(name: string, bytes: Uint8Array): string {
  const sign = signOf(bytes)
  if (sign) return sign[0]
  if (isWebp(bytes)) return 'image/webp'
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return BY_ENDING[ending] ?? UNKNOWN
}

/** A picture of the platform has no name: 图片.jpg. Folders and control characters are taken out of the others. */
export function evidenceName(name: string, bytes: Uint8Array): string {
  const bare = name
    .replace(/^.*[/\\]/, '')
    .replace(/\p{Cc}/gu, '')
    .trim()
  const ending = signOf(bytes)?.[1] ?? (isWebp(bytes) ? 'webp' : null)
  return bare.slice(-120) || (ending === null ? '文件' : `图片.${ending}`)
}

function signOf(bytes: Uint8Array) {
  return SIGNS.find(([, , first]) => first.every((byte, i) => bytes[i] === byte))
}

function isWebp(bytes: Uint8Array): boolean {
  const word = (from: number) => String.fromCharCode(...bytes.subarray(from, from + 4))
  return word(0) === 'RIFF' && word(8) === 'WEBP'
}
