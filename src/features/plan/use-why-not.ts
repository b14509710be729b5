import { useState } from 'react'
import { whyNot } from '../../../contract/plan'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { useToday } from '../../platform/server-clock'
import { useOperation } from '../../platform/use-operation'

/** Today's answer first; any day before can be asked for. `accountId` '': oneself. */
export function useWhyNot(accountId: string) {
  const today = useToday()
  const [chosen, choose] = useState<CivilDay | null>(null)
  const asked = useOperation(whyNot, { ...(accountId !== '' && { accountId }), ...(chosen !== null && { day: chosen }) })
  return { ...asked, day: chosen ?? today, today, choose }
}
