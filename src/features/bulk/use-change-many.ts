import { useState } from 'react'
import { changeMany, MOST_TICKED, previewChange } from '../../../contract/bulk'
import type { InputOf } from '../../../contract/operation'
import { replaceWith } from '../../platform/navigate'
import { clearTicked, useTicked } from '../../platform/ticked'
import { useCommand, useOperation } from '../../platform/use-operation'
import { changeOf, newChange, troubleOf, type ChangeDraft } from './change-draft'
import { failureLine, previewWords, TOO_MANY } from './wording'

/** How many it would change, asked of the functions as soon as the change can be looked at. */
function usePreview(asking: InputOf<typeof previewChange> | null) {
  const { data, failure, refreshing } = useOperation(previewChange, asking)
  const settled = asking !== null && failure === null && !refreshing
  return { failure, previewed: settled ? data : undefined }
}

const troubleWith = (ids: readonly string[], draft: ChangeDraft): string => (ids.length > MOST_TICKED ? TOO_MANY : troubleOf(draft))

/** A change of everything that is ticked: looked at first, then made by a job. */
export function useChangeMany() {
  const ids = useTicked()
  const [draft, setDraft] = useState(newChange)
  const trouble = troubleWith(ids, draft)
  const asking = trouble === '' && ids.length > 0 ? { ids: [...ids], change: changeOf(draft) } : null
  const { failure, previewed } = usePreview(asking)
  const command = useCommand(changeMany)
  const start = async (): Promise<void> => {
    const made = asking && await command.run(asking)
    if (!made) return
    clearTicked()
    replaceWith('/pages/work/record/job', { id: made.jobId })
  }
  return {
    ids, draft, setDraft, trouble, start, busy: command.busy,
    failure: failureLine(failure, command.failure),
    words: previewed ? previewWords(previewed) : '',
    changing: previewed?.changing ?? 0,
  }
}
