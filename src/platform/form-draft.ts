/** A form that somebody fills in on top of a stored version. */
export interface FormDraft<F> {
  version: number
  /** As it was opened. */
  base: F
  form: F
}

export interface StoredForm<F> {
  version: number
  form: F
}

/** Which fields of the two differ, in the form's order. */
export const changedFields = <F extends object>(before: F, after: F): Array<keyof F> =>
  (Object.keys(before) as Array<keyof F>).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))

export const hasChanges = <F extends object>({ base, form }: FormDraft<F>): boolean => changedFields(base, form).length > 0

export const freshDraft = <F>({ version, form }: StoredForm<F>): FormDraft<F> => ({ version, base: form, form })

/** Somebody saved a newer version while this one has changes of its own. */
export const isOvertaken = <F extends object>(draft: FormDraft<F>, stored: StoredForm<F>): boolean => draft.version < stored.version && hasChanges(draft)

/** My changes on top of the newer version; `clashes`: fields that both changed, differently. Mine stand there. */
export function onTopOf<F extends object>({ base, form }: FormDraft<F>, stored: StoredForm<F>): { draft: FormDraft<F>; clashes: Array<keyof F> } {
  const mine = changedFields(base, form)
  const theirs = changedFields(base, stored.form)
  const kept = Object.fromEntries(mine.map((field) => [field, form[field]])) as Partial<F>
  return {
    draft: { version: stored.version, base: stored.form, form: { ...stored.form, ...kept } },
    clashes: mine.filter((field) => theirs.includes(field) && JSON.stringify(form[field]) !== JSON.stringify(stored.form[field])),
  }
}
