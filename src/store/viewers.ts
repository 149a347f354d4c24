import type { Viewer } from '../domain/person.ts'

/** A person as a Viewer; to be selected from `person left join unit`. */
export const VIEWER_COLUMNS = `
  person.id as "personId", person.name, person.title, person.unit_id as "unitId", unit.short as unit,
  array(select role from person_role where person_id = person.id order by role) as roles,
  array(select unit_id from oversight where person_id = person.id order by unit_id) as oversees`

/** A person without a role may ask as any official may. */
export const viewerOf = (row: Viewer): Viewer => ({
  ...row,
  roles: row.roles.length > 0 ? row.roles : ['official'],
})
