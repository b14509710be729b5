import type { getAccount } from '../../../../contract/account-admin'
import type { OutputOf } from '../../../../contract/operation'

export type Managed = OutputOf<typeof getAccount>
