/**
 * SQL: whether what one unit says counts for another: they are one, or the other took it over for certain by that moment.
 * `by`, `whose`, `at` are expressions; a day of succession may be a year or a month, so it is compared as text.
 */
export const sameBody = (by: string, whose: string, at: string): string => `
  (${whose} = ${by} or exists (
    select from unit was where was.id = ${by} and was.succeeded_by = ${whose} and was.certainty = 'certain'
      and was.succeeded_on <= to_char(${at}, 'YYYY-MM-DD')))`
