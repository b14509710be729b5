import { discardAttachment } from '../../../contract/attachment'
import { call } from '../../platform/call'
import { newRequestId } from '../../platform/request-id'

/** Lets staged files go that will not be saved. What cannot be reached now is swept by the server later. */
export function discardStaged(ids: readonly string[]): void {
  for (const id of ids) void call(discardAttachment, { id }, newRequestId()).catch(() => undefined)
}
