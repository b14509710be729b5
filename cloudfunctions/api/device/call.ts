import { callHolder } from '../../../contract/device'
import { fail } from '../../../domain/kernel/failure'
import { mustSee } from '../../../cloud/gate/permission'
import { changes, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { papersOfDevices } from '../../../cloud/repositories/devices'
import { accountOfPerson } from '../../../cloud/repositories/people'
import { onDutyFor, peopleOf } from './on-duty'
import { deviceSubject } from './subject'

/** The number of who may operate it now: of nobody else, and never of who is away. */
async function phoneOf({ deviceId, certificateId }: { deviceId: string; certificateId: string }, caller: SignedIn, { store, today }: Scene): Promise<string> {
  const { institutionId } = caller
  mustSee(await store.get('devices', deviceId), deviceSubject, { caller, action: 'device.read' })
  const papers = await papersOfDevices(store, institutionId, [deviceId])
  const { alone, supervised } = onDutyFor(papers, { deviceId, on: today, people: await peopleOf(store, institutionId, papers) })
  const holder = [...alone, ...supervised].find(({ _id }) => _id === certificateId) ?? fail('not-found')
  const account = holder.personId === null ? null : await accountOfPerson(store, institutionId, holder.personId)
  return account?.active === true && account.phone !== '' ? account.phone : fail('device.no-phone')
}

/** One tap from the scanned device to its holder’s phone (B35); on record, because a number is a person’s own. */
export const callPhone = changes(callHolder, {
  secret: true,
  prepare: phoneOf,
  run: ({ deviceId, certificateId }, _caller, { prepared: phone }) => Promise.resolve({ output: { phone }, audit: [{ subject: deviceId, before: null, after: { certificateId } }] }),
})
