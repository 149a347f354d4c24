import type { Form } from '../../domain/form.ts'
import { formSheet } from './form-sheets.ts'
import { bookBytes } from './write-book.ts'

/** 附表1–3 as a workbook, one sheet each in the order given. Hidden keys let a filled copy be read back. */
export const printForms = (forms: readonly Form[]): Promise<Uint8Array> => bookBytes(forms.map(formSheet))
