import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PaperTab } from '../../../../domain/device/paper-tabs'
import type { RecordForm } from '../../../../domain/device/record'
import { useToday } from '../../../platform/server-clock'
import { Empty } from '../../../ui/empty'
import { ErrorState } from '../../../ui/error-state'
import { Fields } from '../../../ui/fields'
import { Skeleton } from '../../../ui/skeleton'
import { FileRow, useDeviceFiles } from '../device-file-row'
import { NotifyInputs } from '../papers/notify-inputs'
import type { PaperDesk } from '../papers/paper-desk'
import { changePaper, chooseType, isTouched, newPaper, type Paper, type PaperType } from '../papers/paper-form'
import { PaperInputs } from '../papers/paper-inputs'
import { PAPER_WORDS, paperCodeWords } from '../papers/paper-words'
import { RecordFields } from '../record-fields'
import { fieldWords } from '../wording'
import { emptyMaintainer, type NewDevice } from './new-device'
import type { NewDeviceForm } from './use-new-device'

interface Props { form: NewDeviceForm }

const Trouble = ({ text }: { text: string | undefined }) => (text === undefined ? null : <View className='dform__w' role='alert'>{text}</View>)

/** 维保商 (S45): the company of the first contract. */
const MaintainerPane = ({ form }: Props) => {
  const today = useToday()
  const maintainer = form.device.maintainer ?? emptyMaintainer(today)
  const codes = form.codesIn('maintainer')
  const put = (part: Partial<typeof maintainer>) => form.put((device) => ({ ...device, maintainer: { ...(device.maintainer ?? emptyMaintainer(today)), ...part } }))
  const files = useDeviceFiles(maintainer.files, (all) => put({ files: all }))
  const errorOf = (field: keyof RecordForm) => (codes[field] === undefined ? undefined : fieldWords(codes[field]))
  return (
    <>
      <Fields><RecordFields form={maintainer.record} set={(part) => put({ record: { ...maintainer.record, ...part } })} errorOf={errorOf} /></Fields>
      <View className='dticks__l'>合同附件</View>
      <FileRow files={files} />
    </>
  )
}

/** A paper of the usual type that nobody touched is as good as none. */
const keptPapers = (papers: NewDevice['papers'], tab: PaperTab, { paper, type, usual }: { paper: Paper; type: PaperType; usual: PaperType }): NewDevice['papers'] => {
  const others = Object.fromEntries(Object.entries(papers).filter(([key]) => key !== tab)) as NewDevice['papers']
  return type.id === usual.id && !isTouched(paper, type) ? others : { ...others, [tab]: paper }
}

const PaperForm = ({ form, tab, usual, types }: Props & { tab: PaperTab; usual: PaperType; types: readonly PaperType[] }) => {
  const paper = form.device.papers[tab] ?? newPaper(usual)
  const type = types.find(({ id }) => id === paper.form.typeId) ?? usual
  const codes = form.codesIn(tab)
  const keep = (next: Paper, of: PaperType) => form.put((device) => ({ ...device, papers: keptPapers(device.papers, tab, { paper: next, type: of, usual }) }))
  const desk: PaperDesk = {
    tab, type, types, paper,
    set: (change) => keep({ ...paper, form: changePaper(type, paper.form, change) }, type),
    put: (part) => keep({ ...paper, ...part }, type),
    choose: (chosen) => keep(chooseType(paper, type, chosen), chosen),
    errorOf: (field) => (codes[field] === undefined ? undefined : paperCodeWords(tab, codes[field])),
  }
  const files = useDeviceFiles(paper.files, (all) => desk.put({ files: all }))
  return (
    <>
      <Fields><PaperInputs desk={desk} /></Fields>
      <NotifyInputs desk={desk} />
      <View className='dticks__l'>{PAPER_WORDS[tab].file}</View>
      <FileRow files={files} />
      <Trouble text={desk.errorOf('attachmentIds') ?? desk.errorOf('channels')} />
    </>
  )
}

/** 保养计划, 计量计划, 配置许可证 or 操作证 of the new device (S45, S46), once its types are there. */
const PaperPane = ({ form, tab }: Props & { tab: PaperTab }) => {
  const types = form.types.of(tab)
  const [usual] = types
  if (usual) return <PaperForm form={form} tab={tab} usual={usual} types={types} />
  if (form.types.failure) return <ErrorState failure={form.types.failure} safe='已填的内容不会丢。' onRetry={() => void form.types.reload()} />
  return form.types.known ? <Empty note='证件类型里没有启用的类型，请先到“证件类型”启用。' /> : <Skeleton shape='text' />
}

/** 附件: the photo of the device and its papers. */
const FilesPane = ({ form }: Props) => {
  const files = useDeviceFiles(form.device.files, (all) => form.put((device) => ({ ...device, files: all })))
  return (
    <>
      <View className='dticks__l'>设备照片、说明书等，第一张照片作为设备照片</View>
      <FileRow files={files} />
    </>
  )
}

export type CreateTab = 'maintainer' | PaperTab | 'files'

/** What one tab holds (S45). Keyed by the tab, so that each has its own uploads. */
export const TabPane = ({ form, tab }: Props & { tab: CreateTab }): ReactNode => {
  if (tab === 'maintainer') return <MaintainerPane form={form} />
  return tab === 'files' ? <FilesPane form={form} /> : <PaperPane key={tab} form={form} tab={tab} />
}
