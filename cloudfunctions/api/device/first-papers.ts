import type { createDevice } from '../../../contract/device'
import type { InputOf } from '../../../contract/operation'
import type { CertificateForm } from '../../../domain/certificate/certificate'
import { checkForm, tidyForm } from '../../../domain/certificate/form'
import { checkRecord } from '../../../domain/device/record'
import { MOST_FIRST_FILES, type PaperTab } from '../../../domain/device/paper-tabs'
import { fail, isFailure } from '../../../domain/kernel/failure'
import { mustDo } from '../../../cloud/gate/permission'
import type { AuditNote, Scene, Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DeviceDoc } from '../../../cloud/repositories/devices'
import { rulesForType, typeById } from '../../../cloud/repositories/rules'
import { chooseAttachments } from '../certificate/attachments'
import { drafted } from '../certificate/drafted'
import { formOf } from '../certificate/form'
import { checkNumber, checkRecipients } from '../certificate/references'
import { certificateSubject } from '../certificate/subject'
import { tokensOf, writeCertificate } from '../certificate/write'

type Asked = InputOf<typeof createDevice>
type Codes = Record<string, string>
/** A paper that names its device. */
interface FirstPaper { tab: PaperTab; form: CertificateForm }
interface Asking { caller: SignedIn; scene: Scene; deviceId: string }

/** A code's field with its tab before it, so that the screen can go there. */
const inTab = (tab: string, codes: Partial<Codes>): Codes =>
  Object.fromEntries(Object.entries(codes).flatMap(([field, code]) => (code === undefined ? [] : [[`${tab}.${field}`, code]])))

/** A refusal of one paper says in which tab it is. */
async function told<T>(tab: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown
    return fail(thrown.code, { ...thrown.detail, tab })
  }
}

export const papersOf = ({ papers = [] }: Asked, deviceId: string): FirstPaper[] =>
  papers.map(({ tab, form }) => ({ tab, form: tidyForm({ ...form, deviceIds: [deviceId] }) }))

async function codesOfPaper({ tab, form }: FirstPaper, { caller, scene }: Asking): Promise<Codes> {
  const type = await typeById(scene.store, caller.institutionId, form.typeId)
  if (!type?.active || type.menu !== tab) return inTab(tab, { typeId: 'certificate.type-unknown' })
  return inTab(tab, checkForm(form, { today: scene.today, type }))
}

/** What is wrong with the fields of every tab, all at once (S46). */
export async function codesOfTabs(asked: Asked, asking: Asking): Promise<Codes> {
  const papers = await Promise.all(papersOf(asked, asking.deviceId).map((paper) => codesOfPaper(paper, asking)))
  const maintainer = asked.maintainer ? inTab('maintainer', checkRecord(asked.maintainer.record)) : {}
  return Object.assign({}, maintainer, ...papers) as Codes
}

/** Whom and what the papers name, looked up before the transaction. Failures: `device.too-many-files` {max}, account.not-found {ids, tab}, certificate.number-taken {id, tab}. */
export async function checkReferences(asked: Asked, { caller, scene: { store }, deviceId }: Asking): Promise<void> {
  const papers = papersOf(asked, deviceId)
  const files = [...(asked.attachmentIds ?? []), ...(asked.maintainer?.attachmentIds ?? []), ...papers.flatMap(({ form }) => form.attachmentIds)]
  if (files.length > MOST_FIRST_FILES) fail('device.too-many-files', { max: MOST_FIRST_FILES })
  const { institutionId } = caller
  await Promise.all(papers.map(({ tab, form }) => told(tab, Promise.all([
    checkRecipients(store, institutionId, form), checkNumber(store, { institutionId, number: form.number, typeId: form.typeId, before: null }),
  ]))))
}

async function writePaper({ form }: FirstPaper, device: DeviceDoc, { caller, work }: { caller: SignedIn; work: Work<unknown> }): Promise<AuditNote> {
  const { parts, uploadIds } = await chooseAttachments(work, { ids: form.attachmentIds, caller, before: null })
  const [tokens, rules] = [await tokensOf(form, [device]), await rulesForType(work.tx, caller.institutionId, form.typeId)]
  const doc = drafted({ form, devices: [device], ownDepartmentId: null }, { before: null, attachments: parts, tokens, rules }, { caller, work })
  mustDo(certificateSubject({ ...doc, createdBy: '' }), { caller, action: 'certificate.write' })
  await writeCertificate(work.tx, { doc, devices: [device], droppedIds: [], uploadIds, others: 0 })
  return { subject: doc._id, before: null, after: formOf(doc) }
}

/** Writes the papers of a device that is entered in the same transaction: each as `certificate.save` would, or nothing of anything. */
export async function writePapers(papers: readonly FirstPaper[], device: DeviceDoc, scene: { caller: SignedIn; work: Work<unknown> }): Promise<AuditNote[]> {
  const notes: AuditNote[] = []
  for (const paper of papers) notes.push(await told(paper.tab, writePaper(paper, device, scene)))
  return notes
}
