import { z } from 'zod'
import { AppError } from '../errors.ts'
import { UNIT_KINDS } from './unit.ts'

const certainty = z.enum(['certain', 'likely']).default('certain')
const names = z.array(z.string().min(1)).default([])
/** A year, a month or a day, as far as it is known. */
const when = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}$/)
  .nullable()
  .default(null)

const UNIT = z.object({
  name: z.string().min(2),
  short: z.string().min(1),
  aliases: names,
  kind: z.enum(UNIT_KINDS),
  successor: z.object({ name: z.string().min(2), on: when, certainty }).optional(),
  note: z.string().nullable().default(null),
})

const GROUP = z.object({
  name: z.string().min(2),
  short: z.string().min(1),
  aliases: names,
  members: names,
  /** Every unit of these kinds is a member: 市人民政府各部门. */
  kinds: z.array(z.enum(UNIT_KINDS)).default([]),
  certainty,
  note: z.string().nullable().default(null),
})

const FILE = z.object({
  place: z.string().nullable().optional(),
  units: z.array(UNIT),
  groups: z.array(GROUP).default([]),
})

/** The units of one place as a file anybody can read and edit (ingest/registry/*.json, samples/units.json). */
export type RegistryFile = z.infer<typeof FILE> & { readonly place: string | null }

/**
 * Checks a registry file. Throws `bad-request` naming the place in the file that is wrong, a successor or member it
 * does not list, or a name listed twice.
 */
export function parseRegistryFile(value: unknown, fileName: string): RegistryFile {
  const read = FILE.safeParse(value)
  if (!read.success) {
    const issue = read.error.issues[0]
    throw refused(fileName, `“${issue?.path.join('.')}”：${issue?.message}`)
  }
  const file = { ...read.data, place: read.data.place ?? commonPlace(read.data.units.map((u) => u.name)) }
  refuseLoose(file, fileName)
  return file
}

function refuseLoose(file: RegistryFile, fileName: string): void {
  const listed = [...file.units, ...file.groups].map((u) => u.name)
  const twice = listed.find((name, i) => listed.indexOf(name) !== i)
  if (twice !== undefined) throw refused(fileName, `“${twice}”列了两次`)
  const referred = [
    ...file.units.flatMap((u) => u.successor?.name ?? []),
    ...file.groups.flatMap((g) => g.members),
  ]
  const missing = referred.find((name) => !listed.includes(name))
  if (missing !== undefined) throw refused(fileName, `提到了没有列出的单位“${missing}”`)
}

const refused = (file: string, why: string): AppError =>
  new AppError('bad-request', `单位名录 ${file} 有误：${why}。`)

/** The city or province most names begin with. */
function commonPlace(all: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const name of all) {
    const place = /^\p{Script=Han}{2,4}?[市省州]/u.exec(name)?.[0]
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best !== undefined && best[1] * 2 > all.length ? best[0] : null
}
