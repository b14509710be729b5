import { may } from '../../../domain/account/permissions'
import type { CertificateForm } from '../../../domain/certificate/certificate'
import { checkForm, tidyForm } from '../../../domain/certificate/form'
import { matchPhotos, type MatchedPhotos } from '../../../domain/certificate/photo-match'
import type { CertificateCells } from '../../../domain/certificate/sheet-columns'
import { columnOfField, readRow, type ReadRow } from '../../../domain/certificate/sheet-row'
import { leadAfterChoice, type CertificateType } from '../../../domain/certificate/type'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { isExampleRow } from '../../../domain/sheet/plain-cells'
import type { RowProblem } from '../../../domain/sheet/row-problem'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { photosOfPack } from '../../../cloud/repositories/import-lookups'
import type { SheetRow } from '../../../cloud/sheets/read-sheet'
import type { CheckedRow } from '../import/sheet'
import { devicesFor, holderFor, numberKey, recipientsFor, referencesOf, typeFor, type References } from './references'

interface Asked { typeId: string; packIds: readonly string[] }
interface Context { references: References; typeId: string; today: CivilDay }

export interface CheckedCertificates {
  rows: Array<CheckedRow<CertificateForm>>
  photos: Pick<MatchedPhotos, 'unmatched'> & { matched: number }
}

/** By which a person finds a row again. */
const labelOf = ({ form: { number, holderName } }: ReadRow): string => [holderName, number].filter((part) => part !== '').join('　')

const leadOf = (row: ReadRow, type: CertificateType | null): number => row.leadDays ?? (type ? leadAfterChoice(type, { days: 0, touched: false }) : row.form.leadDays)

/** Whoever may not write for a device of another department is told before the job is made. */
function mayWrite(departmentIds: string[], { caller }: References): RowProblem[] {
  const subject = { institutionId: caller.institutionId, departmentIds }
  return departmentIds.length === 0 || may(caller, 'certificate.write', subject).allowed ? [] : [{ field: 'deviceCodes', code: 'forbidden', detail: '' }]
}

function takenBy({ number, typeId }: CertificateForm, { taken }: References): RowProblem[] {
  const id = number === '' ? undefined : taken.get(numberKey(typeId, number))
  return id === undefined ? [] : [{ field: 'number', code: 'certificate.number-taken', detail: id }]
}

/** The form's own rules, for columns that nothing is wrong with yet. */
function formProblems(form: CertificateForm, { type, today, found }: { type: CertificateType; today: CivilDay; found: readonly RowProblem[] }): RowProblem[] {
  const known = new Set(found.map(({ field }) => (field === 'assetNumbers' ? 'deviceCodes' : field)))
  return Object.entries(checkForm(form, { today, type }))
    .map(([field, code]) => ({ field: columnOfField(field), code, detail: '' }))
    .filter(({ field }) => !known.has(field))
}

interface Judged { row: number; read: ReadRow; form: CertificateForm; problems: RowProblem[] }

/** What one row would become, and everything that is wrong with it: names, fields, a certificate that is there already. */
function judge({ row, read }: { row: number; read: ReadRow }, { references, typeId, today }: Context): Judged {
  const type = typeFor(read.typeName, { types: references.types, typeId })
  const devices = devicesFor(read, references)
  const recipients = recipientsFor(read, references)
  const holder = holderFor(read, references)
  const form = tidyForm({
    ...read.form, typeId: type.value?.id ?? typeId, leadDays: leadOf(read, type.value), holderName: holder.value,
    deviceIds: devices.value.map(({ _id }) => _id), recipientIds: recipients.value,
  })
  const named = [...read.problems, ...type.problems, ...devices.problems, ...recipients.problems, ...holder.problems]
  // Scans are matched afterwards: whether the type wants one is asked then.
  const own = type.value ? formProblems(form, { type: { ...type.value, requiredFields: type.value.requiredFields.filter((field) => field !== 'attachmentIds') }, today, found: named }) : []
  return { row, read, form, problems: [...named, ...own, ...mayWrite(devices.value.map(({ departmentId }) => departmentId), references), ...takenBy(form, references)] }
}

/** The same 证件号 and type twice in the file: the later row says which one was first. */
function withRepeated(rows: readonly Judged[]): Judged[] {
  const first = new Map<string, number>()
  return rows.map((judged) => {
    const key = numberKey(judged.form.typeId, judged.form.number)
    const before = judged.form.number === '' ? undefined : first.get(key)
    if (before === undefined) first.set(key, judged.row)
    return before === undefined ? judged : { ...judged, problems: [...judged.problems, { field: 'number', code: 'import.number-repeated', detail: String(before) }] }
  })
}

/** The photo is the first row's; the name of the later one still counts against a name that two have. */
const isRepeated = (problems: readonly RowProblem[]): boolean => problems.some(({ code }) => code === 'import.number-repeated')

async function photosFor(rows: readonly Judged[], packIds: readonly string[], { store, caller }: { store: Scene['store']; caller: SignedIn }): Promise<MatchedPhotos> {
  const photos = (await Promise.all(packIds.map((packId) => photosOfPack(store, caller, packId)))).flat()
  const owners = rows.map(({ read, form, problems }) => ({ number: isRepeated(problems) ? '' : form.number, staffNumber: read.staffNumber, holderName: form.holderName }))
  return matchPhotos(photos.map(({ _id, name }) => ({ id: _id, name })), owners)
}

/** Types that want a scan want it of an imported certificate, too. */
function scanMissing({ form, problems }: Judged, { types }: References): RowProblem[] {
  const wants = types.find(({ id }) => id === form.typeId)?.requiredFields.includes('attachmentIds')
  return wants && problems.length === 0 && form.attachmentIds.length === 0 ? [{ field: '', code: 'import.photo-missing', detail: '' }] : []
}

/** Looks at every row of a sheet (B23): what it would become, or what is wrong with it. */
export async function checkCertificates(sheet: ReadonlyArray<SheetRow<keyof CertificateCells>>, { typeId, packIds }: Asked, { scene, caller }: { scene: Scene; caller: SignedIn }): Promise<CheckedCertificates> {
  const read = sheet.filter(({ cells }) => !isExampleRow(cells)).map(({ row, cells }) => ({ row, read: readRow(cells) }))
  const references = await referencesOf(scene.store, read.map((each) => each.read), caller)
  const judged = withRepeated(read.map((each) => judge(each, { references, typeId, today: scene.today })))
  const { byRow, unmatched } = await photosFor(judged, packIds, { store: scene.store, caller })
  const rows = judged.map((each, at): CheckedRow<CertificateForm> => {
    const form = { ...each.form, attachmentIds: byRow.get(at) ?? [] }
    const problems = [...each.problems, ...scanMissing({ ...each, form }, references)]
    return { row: each.row, label: labelOf({ ...each.read, form }), problems, ready: problems.length === 0 ? form : null }
  })
  return { rows, photos: { unmatched, matched: [...byRow.values()].reduce((sum, ids) => sum + ids.length, 0) } }
}
