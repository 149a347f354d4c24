import { refusalFor } from '../../domain/access.ts'
import type { Viewer } from '../../domain/person.ts'
import type { Publication, PublicationEdit, PublicationWish } from '../../domain/publication.ts'
import type { Report } from '../../domain/report.ts'
import type { ReportWish } from '../../domain/report-wish.ts'
import type { MakeDeps } from './deps.ts'
import { leadOf, withLead } from './lead.ts'
import { fromWish } from './make.ts'

/** Only those who review may publish. */
export const mayPublish = (viewer: Viewer): boolean =>
  viewer.personId !== null && refusalFor(viewer, 'decide') === null

/**
 * Both faces of a bulletin as a supervisor edited it: the whole for people, made of reviewed reports, and what a group may see.
 * Figures are the rows'; only the title, the first paragraph and naming are the supervisor's.
 */
export async function bulletinOf(
  wish: PublicationWish,
  viewer: Viewer,
  deps: MakeDeps,
): Promise<Pick<Publication, 'report' | 'safe'>> {
  const face = async (audience: ReportWish['audience']): Promise<Report> =>
    edited((await fromWish({ ...wish.report, audience, named: wish.named }, viewer, deps)).report, wish)
  return {
    report: await face({ kind: 'published', difficulties: true }),
    safe: await face({ kind: 'published', difficulties: false }),
  }
}

/** The supervisor's words in place of the rules'. Both faces count the same. */
function edited(report: Report, { title, lead }: PublicationEdit): Report {
  const titled = title === null ? report : { ...report, title }
  return lead === null || leadOf(report) === null ? titled : withLead(titled, lead)
}

/** What the form says, beside what stands. Words that were not changed are no words of the supervisor's. */
export function editOf(
  form: Readonly<Record<string, string>>,
  { report, wish }: Pick<Publication, 'report' | 'wish'>,
): PublicationEdit {
  const said = (name: string, standing: string | null, before: string | null): string | null => {
    const text = (form[name] ?? '').trim()
    return text === '' || text === standing ? before : text
  }
  return {
    title: said('title', report.title, wish.title),
    lead: said('lead', leadOf(report), wish.lead),
    named: form.named === undefined ? wish.named : form.named === 'yes',
  }
}
