import type { ContactRow, Form, FormTask, PlanStep } from './form.ts'
import type { Hand } from './progress.ts'
import type { Day } from './span.ts'

/** 办理方案 of one unit for one task, as it stands. */
export interface HandlingPlan {
  readonly id: number
  readonly unitId: number
  readonly unit: string
  /** First version; null: the form named no task of this unit, and a supervisor must say which it is. */
  readonly taskId: number | null
  readonly label: string
  readonly text: string
  readonly steps: readonly PlanStep[]
  readonly person: string | null
  readonly filedOn: Day
  readonly supersedes: number | null
}

/** 督办工作人员名单 of one unit, as it stands. */
export interface ContactList {
  readonly id: number
  readonly unitId: number
  readonly unit: string
  readonly contacts: readonly Omit<ContactRow, 'place'>[]
  readonly person: string | null
  readonly filedOn: Day
  readonly supersedes: number | null
}

export type FiledForm = Extract<Form, { readonly kind: 'handlingPlan' | 'contacts' }>

export interface Filed {
  /** Plans, or people of the list, that were written (or had been, by the same message). */
  readonly rows: number
  /** Plans whose task could not be told: written, but of no task yet. */
  readonly homeless: readonly FormTask[]
}

/** What units file besides progress. */
export interface HandlingPlans {
  /**
   * Writes a form in one transaction with its audit rows, superseding what stood for the same unit and task (the unit's
   * list as a whole), and settles the unit's open request for it. The same message writes once. A form without rows changes nothing.
   */
  file(form: FiledForm, unitId: number, hand: Hand): Promise<Filed>
  /** Standing plans of these units, or of all; by unit and task. */
  plans(unitIds?: readonly number[]): Promise<readonly HandlingPlan[]>
  /** Standing lists of these units, or of all. */
  contacts(unitIds?: readonly number[]): Promise<readonly ContactList[]>
}
