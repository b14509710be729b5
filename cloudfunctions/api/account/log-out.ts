import { logOut as logOutOperation } from '../../../contract/account'
import { changes } from '../../../cloud/gate/verb'
import { sessionIdOf } from '../../../cloud/repositories/sessions'

/** Ends the session that calls; the same account may have others. */
export const logOut = changes(logOutOperation, {
  async run(_input, { visitor }, { tx, secrets }) {
    if (visitor.way === 'web') await tx.remove('sessions', sessionIdOf(visitor.token, secrets))
    return { output: {} }
  },
})
