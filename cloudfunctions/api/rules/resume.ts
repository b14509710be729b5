import { resumeWay } from '../../../contract/rules'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { markId } from '../../../cloud/repositories/channel-marks'
import { ownedBy } from '../../../cloud/repositories/of-institution'

/** A way or a person that WeChat had stopped hears again as before (B28). */
export const resume = changes(resumeWay, {
  async run({ way, accountId }, caller, { tx }) {
    const id = markId(caller.institutionId, way, accountId)
    const mark = ownedBy(await tx.get('channel_marks', id), caller.institutionId)
    if (!mark) return fail('not-found')
    await tx.remove('channel_marks', id)
    const { kind, code, at } = mark
    return { output: {}, audit: [{ subject: id, before: { kind, code, at }, after: null }] }
  },
})
