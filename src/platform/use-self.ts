import { whoAmI, type AccountSelf } from '../../contract/account'
import type { Action } from '../../domain/account/permissions'
import type { CallFailure } from './call-failure'
import { session, sessionTurn } from './session'
import { useOperation } from './use-operation'
import { useSignal } from './use-signal'
import { needsLogIn } from './way-in'

export interface Self {
  /** `visitor`: the web edition without a session. `unbound`: a WeChat user without an account. */
  state: 'loading' | 'failed' | 'visitor' | 'unbound' | 'known'
  account: AccountSelf | null
  /** His account was switched off. */
  off?: boolean
  actions: readonly string[]
  subscribeTemplateId: string | null
  failure: CallFailure | null
  reload: () => Promise<void>
}

const stateOf = (asks: boolean, data: { account: AccountSelf | null } | undefined, failure: CallFailure | null): Self['state'] => {
  if (!asks || failure?.code === 'account.signed-out') return 'visitor'
  if (data === undefined) return failure === null ? 'loading' : 'failed'
  if (data.account !== null) return 'known'
  return needsLogIn() ? 'visitor' : 'unbound'
}

const NOBODY = { account: null, actions: [], subscribeTemplateId: null }

/** Who uses the app, as the functions see him. */
export const useSelf = (): Self => {
  useSignal(sessionTurn)
  const asks = !needsLogIn() || session.token() !== null
  const { data, failure, reload } = useOperation(whoAmI, asks ? {} : null)
  return { state: stateOf(asks, data, failure), ...(data ?? NOBODY), failure, reload }
}

/** Has the role of the user this action at all? The functions decide on each thing again. */
export const useMay = (action: Action): boolean => useSelf().actions.includes(action)
