import { listTypes } from '../../../../contract/type'
import type { PaperTab } from '../../../../domain/device/paper-tabs'
import type { CallFailure } from '../../../platform/call-failure'
import { useOperation } from '../../../platform/use-operation'
import type { PaperType } from './paper-form'

export interface PaperTypes {
  /** Types that a new paper of this tab may have, the usual one first; empty while they are on their way, or where the hospital has switched all off. */
  of: (tab: PaperTab) => readonly PaperType[]
  /** Any type, also one that is switched off. */
  named: (id: string) => PaperType | undefined
  known: boolean
  failure: CallFailure | null
  reload: () => Promise<void>
}

/** Types by the tab that their papers stand in. */
export function usePaperTypes(): PaperTypes {
  const { data, failure, reload } = useOperation(listTypes, {})
  const types = data?.types ?? []
  return {
    of: (tab) => types.filter(({ menu, active }) => active && menu === tab),
    named: (id) => types.find((type) => type.id === id),
    known: data !== undefined, failure, reload,
  }
}
