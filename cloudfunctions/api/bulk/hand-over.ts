import { handOver as contract, previewHandOver } from '../../../contract/bulk'
import { handedOver } from '../../../domain/job/hand-over'
import { fail } from '../../../domain/kernel/failure'
import { changes, reads, type Scene } from '../../../cloud/gate/verb'
import { accountsByIds, type AccountDoc } from '../../../cloud/repositories/accounts'
import { certificatesAround } from '../../../cloud/repositories/told'
import type { HandOver } from '../job/hand-over'
import { startJob, stageJob } from '../job/stage'
import { labelOf } from './label'

/** As many as a job holds rows: one more tells that there are too many. */
const MOST = 5001

async function tellingHim({ store }: Scene, { from, to }: HandOver, institutionId: string) {
  const around = await certificatesAround(store, { institutionId, accountId: from }, MOST)
  return around.filter((certificate) => handedOver(certificate, { from, to }) !== null)
}

async function bothAccounts({ store }: Scene, { from, to }: HandOver, institutionId: string): Promise<{ leaver: AccountDoc; successor: AccountDoc }> {
  if (from === to) fail('bulk.same-account')
  const found = new Map((await accountsByIds(store, institutionId, [from, to])).map((account) => [account._id, account]))
  const [leaver, successor] = [found.get(from), found.get(to)]
  if (!leaver || !successor) return fail('account.not-found', { ids: [from, to].filter((id) => !found.has(id)) })
  if (!successor.active) fail('account.off')
  return { leaver, successor }
}

export const told = reads(previewHandOver, async ({ accountId }, { institutionId }, scene) => {
  const [account] = await accountsByIds(scene.store, institutionId, [accountId])
  if (!account) return fail('account.not-found', { ids: [accountId] })
  return { certificates: (await tellingHim(scene, { from: accountId, to: '' }, institutionId)).length }
})

/** Hands a leaver's reminders to his successor (B20): from the answer on it is worked to its end, also when the app is closed. */
export const handOver = changes(contract, {
  async prepare(asked, caller, scene) {
    const { leaver, successor } = await bothAccounts(scene, asked, caller.institutionId)
    const found = await tellingHim(scene, asked, caller.institutionId)
    if (found.length === 0) fail('bulk.nothing-to-change')
    const rows = found.map((certificate) => ({ label: labelOf(certificate), data: { certificateId: certificate._id } }))
    const params: HandOver = { from: asked.from, to: asked.to }
    return { jobId: await stageJob({ kind: 'hand-over', title: `${leaver.name} 的提醒交给 ${successor.name}`, params, rows }, caller, scene) }
  },
  async run({ from, to }, _caller, { tx, prepared: { jobId } }) {
    await startJob(tx, jobId)
    return { output: { jobId }, audit: [{ subject: from, before: null, after: { jobId, to } }] }
  },
})
