import { setTimeout as pause } from 'node:timers/promises'
import { CloudError } from '../cloud-error'
import { writeConflict } from '../store/store-error'
import type { Store } from '../store/types'
import { optionalText, type Action, type Actions, type WireCall } from '../wire/request'
import type { FaultOf, FaultPlan } from './fault-plan'
import type { Condemned } from './faulty-functions'

const timedOut = (): CloudError => new CloudError('DATABASE_REQUEST_FAILED', 'operation exceeded time limit (fault plan)')

export interface FaultyDatabaseSetup { plan: FaultPlan; condemned: Condemned; store: Store }

const OUTSIDE: readonly FaultOf<'database'>[] = ['timeoutBefore', 'timeoutAfter', 'slow']

/** Only what belongs to a transaction can lose against another one; beginning and giving up cannot. */
const possibleFor = (name: string, transactionId: string | undefined): readonly FaultOf<'database'>[] | undefined =>
  (transactionId === undefined || name === 'database.abortTransaction' ? OUTSIDE : undefined)

const targetOf = (name: string, { parameters }: WireCall): string => [name.replace('database.', ''), optionalText(parameters, 'collectionName')].filter(Boolean).join(' ')

const underFault = ({ plan, store }: FaultyDatabaseSetup, fault: FaultOf<'database'> | undefined, call: WireCall) => async (action: Action) => {
  if (fault === 'slow') await pause(plan.current()?.slowMs ?? 0)
  if (fault === 'timeoutBefore') throw timedOut()
  if (fault === 'conflict') {
    await store.abort(optionalText(call.parameters, 'transactionId') ?? '')
    throw writeConflict()
  }
  const answer = await action(call)
  if (fault === 'timeoutAfter') throw timedOut()
  return answer
}

/** The same actions, with the faults of the plan before and after each of them. */
export const faultyDatabase = (actions: Actions, setup: FaultyDatabaseSetup): Actions => Object.fromEntries(Object.entries(actions).map(([name, action]): [string, Action] => [name, async (call) => {
  const { plan, condemned } = setup
  if (!plan.current()) return action(call)
  const fault = plan.draw('database', targetOf(name, call), possibleFor(name, optionalText(call.parameters, 'transactionId')))
  try {
    return await underFault(setup, fault, call)(action)
  } finally {
    await condemned.request()
  }
}]))
