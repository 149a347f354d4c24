import { copyMessage } from '../../cards/reporting/bulletin.ts'
import type { Publication, PublicationCopy } from '../../domain/publication.ts'
import type { Colleague } from '../../domain/roll.ts'
import type { Send } from '../../domain/send.ts'
import type { Snapshot } from '../../domain/standing.ts'
import { answering } from '../../report/words.ts'
import type { ReportDeps } from './deps.ts'

type Form = Readonly<Record<string, string>>

/** Copies for the chat and the people the form names; each account once. */
export async function copiesFor(
  id: number,
  form: Form,
  { r, snapshot }: { readonly r: ReportDeps; readonly snapshot: Snapshot },
): Promise<readonly PublicationCopy[]> {
  const groups = (await r.groups()).filter((group) => groupValue(group) === form.group)
  const people = await peopleFor(form, { r, snapshot })
  const names = new Map(people.map((person) => [person.personId, person.name]))
  const accounts = await r.roll.accounts([...names.keys()])
  const keyOf = (place: string) => `publication:${id}:${place}`
  return [
    ...groups.map(
      ({ channel, chat, name }): PublicationCopy => ({
        key: keyOf(`${channel}:${chat}`),
        address: { kind: 'chat', channel, chat },
        name,
      }),
    ),
    ...accounts.map(
      ({ channel, account, personId }): PublicationCopy => ({
        key: keyOf(`${channel}:${account}`),
        address: { kind: 'person', channel, account },
        name: names.get(personId) ?? '',
      }),
    ),
  ]
}

export const groupValue = ({ channel, chat }: { readonly channel: string; readonly chat: string }): string =>
  `${channel}:${chat}`

async function peopleFor(
  form: Form,
  { r, snapshot }: { readonly r: ReportDeps; readonly snapshot: Snapshot },
): Promise<readonly Colleague[]> {
  const liaisons = () => r.roll.withRole('liaison')
  const chosen = async (): Promise<readonly Colleague[]> => {
    if (form.people === 'liaisons') return liaisons()
    if (form.people === 'all') return [...(await liaisons()), ...(await r.roll.withRole('leader'))]
    return form.people === 'leads' ? r.roll.liaisons(leadIds(snapshot)) : []
  }
  const named = (form.names ?? '').split(/[、，,\s]+/).filter((name) => name !== '')
  const others =
    named.length === 0 ? [] : (await everybody(r)).filter((person) => named.includes(person.name))
  return [...(await chosen()), ...others]
}

const leadIds = ({ tasks }: Snapshot): number[] => [
  ...new Set(tasks.flatMap((task) => answering(task).flatMap((unit) => unit.id ?? []))),
]

async function everybody({ roll }: ReportDeps): Promise<readonly Colleague[]> {
  const roles = ['official', 'liaison', 'leader', 'supervisor'] as const
  return (await Promise.all(roles.map((role) => roll.withRole(role)))).flat()
}

/** One message for each copy; a group gets the face that any of its members may see. */
export const sendsOf = (publication: Publication, copies: readonly PublicationCopy[]): readonly Send[] =>
  copies.map(({ key, address }) => ({
    key,
    to: address,
    reply: {
      message: copyMessage(publication, address.kind === 'person' ? publication.report : publication.safe),
      turn: null,
      page: 0,
    },
  }))
