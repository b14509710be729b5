import * as v from 'valibot'
import { attachmentView, type AttachmentView } from '../../../../contract/attachment'
import type { createDevice } from '../../../../contract/device'
import type { InputOf } from '../../../../contract/operation'
import { certificateFormSchema } from '../../../../domain/certificate/certificate'
import { deviceFieldsSchema, emptyDeviceFields, type DeviceFields } from '../../../../domain/device/device'
import { PAPER_TABS, withoutDevices, type PaperTab } from '../../../../domain/device/paper-tabs'
import type { RecordForm } from '../../../../domain/device/record'
import { formToSend, isTouched, type Paper, type PaperType } from '../papers/paper-form'

/** 维保商 with its papers, as its tab holds it. */
export interface Maintainer { record: RecordForm; files: readonly AttachmentView[] }

/** 新增设备档案 while it is filled in (S44, S45). A tab that nobody touched is not there, or is as it was opened. */
export interface NewDevice {
  fields: DeviceFields
  maintainer: Maintainer | null
  papers: Readonly<Partial<Record<PaperTab, Paper>>>
  files: readonly AttachmentView[]
}

export const emptyNewDevice = (): NewDevice => ({ fields: emptyDeviceFields(), maintainer: null, papers: {}, files: [] })

export const emptyMaintainer = (today: string): Maintainer =>
  ({ record: { kind: 'maintainer', on: today, until: null, title: '', person: '', phone: '', note: '' }, files: [] })

/** The day that it begins with says nothing by itself. */
export const isMaintainerTouched = ({ record, files }: Maintainer): boolean =>
  files.length > 0 || record.until !== null || [record.title, record.person, record.phone, record.note].some((text) => text.trim() !== '')

/** A type by its id. */
export type TypeNamed = (id: string) => PaperType | undefined

export interface FilledPaper { tab: PaperTab; paper: Paper; type: PaperType }

/** Papers of the tabs that somebody touched, in the order of the tabs. */
export const filledPapers = ({ papers }: NewDevice, named: TypeNamed): FilledPaper[] => PAPER_TABS.flatMap((tab) => {
  const paper = papers[tab]
  const type = paper && named(paper.form.typeId)
  return type && isTouched(paper, type) ? [{ tab, paper, type }] : []
})

const idsOf = (files: readonly AttachmentView[]): string[] => files.map(({ id }) => id)

/** What one 保存 sends; what was not touched is left out. */
export function toSend(device: NewDevice, named: TypeNamed): InputOf<typeof createDevice> {
  const papers = filledPapers(device, named).map(({ tab, paper }) => ({ tab, form: withoutDevices(formToSend(paper)) }))
  const { fields, maintainer, files } = device
  return {
    fields,
    ...(files.length > 0 && { attachmentIds: idsOf(files) }),
    ...(maintainer && isMaintainerTouched(maintainer) && { maintainer: { record: maintainer.record, attachmentIds: idsOf(maintainer.files) } }),
    ...(papers.length > 0 && { papers }),
  }
}

/** While somebody types, a day may be unfinished, a number missing and a text too long; that too must survive leaving the page. */
const typedFields = v.object(v.entriesFromList(Object.keys(deviceFieldsSchema.entries) as (keyof DeviceFields)[], v.nullable(v.string())))
const typedNumber = v.pipe(v.nullable(v.number()), v.transform((typed) => typed ?? NaN))
const typedDay = v.nullable(v.string())
const files = v.array(attachmentView)
const typedPaper = v.object({
  form: v.object({ ...certificateFormSchema.entries, leadDays: typedNumber, cycleMonths: v.optional(typedNumber), birthMonth: typedDay, issuedOn: typedDay, validFrom: typedDay, expiresOn: typedDay }),
  people: v.array(v.object({ id: v.string(), name: v.string() })),
  files,
})
const typedMaintainer = v.object({
  record: v.object({ kind: v.literal('maintainer'), on: v.string(), until: typedDay, title: v.string(), person: v.string(), phone: v.string(), note: v.string() }),
  files,
})
const paperEntries = v.partial(v.object(v.entriesFromList(PAPER_TABS, typedPaper)))
const typedDevice = v.object({ fields: typedFields, maintainer: v.nullable(typedMaintainer), papers: paperEntries, files })

/** What was kept on this device; `null` when it is none, or of another version of the app. */
export function readNewDevice(kept: unknown): NewDevice | null {
  const read = v.safeParse(typedDevice, kept)
  return read.success ? { ...read.output, fields: { ...emptyDeviceFields(), ...read.output.fields } as DeviceFields } : null
}
