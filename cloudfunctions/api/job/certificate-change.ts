import type { ReminderChange } from '../../../domain/job/reminder-change'
import { changedForm } from '../../../domain/job/reminder-change'
import { mustSee } from '../../../cloud/gate/permission'
import type { Arrival, SignedIn } from '../../../cloud/gate/visitor'
import { formOf } from '../certificate/form'
import { save } from '../certificate/save'
import { certificateSubject } from '../certificate/subject'
import { jobKind } from './kind'

interface Prepared { input: unknown; prepared: unknown }
interface Data { certificateId: string }

const arrivalOf = (caller: SignedIn): Arrival => ({ visitor: caller.visitor, caller, off: false })

/** Lead, time, channels or recipients of many at once (B20): every row is a save of its own, so a plan is made anew and nobody is told twice a day. */
export const certificateChange = jobKind<Data, Prepared>({
  may: 'certificate.write',
  async prepare({ certificateId }, scene) {
    const { caller, job, store } = scene
    const doc = mustSee(await store.get('certificates', certificateId), certificateSubject, { caller, action: 'certificate.read' })
    const input = { id: doc._id, version: doc.version, form: changedForm(formOf(doc), job.params as ReminderChange) }
    return { input, prepared: await save.prepare(input, arrivalOf(caller), scene) }
  },
  async apply({ certificateId }, work) {
    const { input, prepared } = work.prepared
    const { audit, afterwards } = await save.run(input, arrivalOf(work.caller), { ...work, prepared })
    return { subjectId: certificateId, ...(audit && { audit }), ...(afterwards && { afterwards }) }
  },
})
