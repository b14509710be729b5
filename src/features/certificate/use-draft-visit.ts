import { goBack } from '../../platform/navigate'
import type { Draft } from './draft'
import { useOpenDraft } from './use-open-draft'
import { useOpening } from './use-opening'

/** A page that works on the draft of the form it was opened from; a reload of it finds the same draft again. */
export function useDraftVisit() {
  const { opening } = useOpening()
  const { draft, failure, reload, change } = useOpenDraft(opening)
  const leave = () => goBack('/pages/certificate/list')
  return {
    draft, failure, reload, leave,
    finish: (next: (draft: Draft) => Draft) => {
      change(next)
      leave()
    },
  }
}
