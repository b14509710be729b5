import { View } from '@tarojs/components'
import { Chips } from '../../../ui/chips'
import { PAPER_TABS } from '../../../../domain/device/paper-tabs'
import { PAPER_WORDS } from '../papers/paper-words'
import { filledPapers, isMaintainerTouched, type NewDevice } from './new-device'
import { TabPane, type CreateTab } from './tab-panes'
import type { NewDeviceForm } from './use-new-device'

/** The guide's six in its order (S45). */
const TABS: ReadonlyArray<readonly [tab: CreateTab, text: string]> = [
  ['maintainer', '维保商'], ...PAPER_TABS.map((tab) => [tab, PAPER_WORDS[tab].tab] as const), ['files', '附件'],
]

const filledTabs = (device: NewDevice, form: NewDeviceForm): readonly CreateTab[] => [
  ...(device.maintainer && isMaintainerTouched(device.maintainer) ? ['maintainer' as const] : []),
  ...filledPapers(device, form.types.named).map(({ tab }) => tab),
  ...(device.files.length > 0 ? ['files' as const] : []),
]

/** 要改 before 已填: what a tab says of itself while another is open. */
const markOf = (tab: CreateTab, form: NewDeviceForm, filled: readonly CreateTab[]): string => {
  if (tab !== 'files' && Object.keys(form.codesIn(tab)).length > 0) return '（要改）'
  return filled.includes(tab) ? '（已填）' : ''
}

interface Props {
  form: NewDeviceForm
  tab: CreateTab
  onTab: (tab: CreateTab) => void
}

/** Where the tabs begin, for who is led to them. */
export const TABS_ID = 'device-tabs'

/** The tabs of 新增设备档案: what stands in them is stored with the device by the one 保存, and only if it was filled in. */
export const CreateTabs = ({ form, tab, onTab }: Props) => {
  const filled = filledTabs(form.device, form)
  const choose = (value: string) => onTab(TABS.find(([each]) => each === value)?.[0] ?? tab)
  return (
    <View id={TABS_ID} className='dtabs'>
      <Chips label='随设备一起录入' items={TABS.map(([value, text]) => ({ value, text: `${text}${markOf(value, form, filled)}` }))} value={tab} onChange={choose} />
      <View className='pad dpane'><TabPane form={form} tab={tab} /></View>
    </View>
  )
}
