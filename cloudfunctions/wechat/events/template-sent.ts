import { recordFailedReceipt } from '../../../cloud/repositories/receipts'
import type { EventHandler } from './event'

/** What became of a template message (`TEMPLATESENDJOBFINISH`): `success`, `failed:user block` or `failed: system failed`. */
export const templateSent: EventHandler = async ({ fields }, { store, clock }) => {
  const status = fields.get('Status') ?? ''
  if (!status.startsWith('failed')) return
  const reason = status.includes('user block') ? 'official-account.blocked' : 'official-account.system-failed'
  await recordFailedReceipt(store, { providerId: fields.get('MsgID') ?? '', route: 'official-account', reason, at: clock.now(), institutionId: null })
}
