import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { freshDraft, hasChanges, isOvertaken, type FormDraft, type StoredForm } from './form-draft'
import { storage } from './storage'

interface Kept<F extends object> {
  /** Where what is typed is kept on this device; of one person and one thing. */
  key: string
  schema: v.GenericSchema<unknown, F>
  /** As the functions have it; `null` while it is on its way. The same object as long as nothing was answered anew. */
  stored: StoredForm<F> | null
}

export interface OpenFormDraft<F extends object> {
  /** `null` while it is on its way. */
  draft: FormDraft<F> | null
  /** Changes of an earlier visit were found. */
  restored: boolean
  /** The newer version that somebody else saved meanwhile; `null`: none. */
  overtakenBy: StoredForm<F> | null
  put: (part: Partial<F>) => void
  replace: (draft: FormDraft<F>) => void
  /** Lets the changes go and starts from what the functions have. */
  startOver: () => void
  /** Saved: nothing is kept any more. */
  drop: () => void
}

function found<F extends object>({ key, schema }: Pick<Kept<F>, 'key' | 'schema'>): FormDraft<F> | null {
  const kept = v.safeParse(v.object({ version: v.number(), base: schema, form: schema }), storage.read(key))
  return kept.success && hasChanges(kept.output) ? kept.output : null
}

const opened = <F extends object>(draft: FormDraft<F> | null, stored: StoredForm<F> | null): FormDraft<F> | null => {
  if (draft !== null && hasChanges(draft)) return draft
  return stored === null ? draft : freshDraft(stored)
}

/**
 * A form over a stored thing with a version. What is typed is kept on this device until it is saved or dropped, so that leaving the page
 * loses nothing; somebody else's newer version replaces a form without changes and is told to one with changes.
 */
export function useFormDraft<F extends object>({ key, schema, stored }: Kept<F>): OpenFormDraft<F> {
  const [lying, setLying] = useState<FormDraft<F> | null>(() => found({ key, schema }))
  const [restored, setRestored] = useState(lying !== null)
  useEffect(() => setLying((draft) => opened(draft, stored)), [stored])

  const replace = (draft: FormDraft<F>): void => {
    setLying(draft)
    if (hasChanges(draft)) storage.write(key, draft)
    else storage.remove(key)
  }
  const startOver = (): void => {
    setRestored(false)
    if (stored !== null) replace(freshDraft(stored))
  }
  return {
    draft: lying, restored, replace, startOver,
    overtakenBy: lying !== null && stored !== null && isOvertaken(lying, stored) ? stored : null,
    put: (part) => lying !== null && replace({ ...lying, form: { ...lying.form, ...part } }),
    drop: () => storage.remove(key),
  }
}
