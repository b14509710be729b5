import { View } from '@tarojs/components'
import { useState } from 'react'
import { listDevices } from '../../../contract/device'
import { meantBy } from '../../../domain/label/link'
import { call } from '../../platform/call'
import { asFailure } from '../../platform/call-failure'
import { goBack } from '../../platform/navigate'
import { mayScan, scanCode } from '../../platform/scan-code'
import { useIsWide } from '../../platform/width'
import { Button } from '../../ui/button'
import { Fields } from '../../ui/fields'
import { PageFrame } from '../../ui/page-frame'
import { TextField } from '../../ui/text-field'
import { showDevice } from './links'
import './label.scss'

const NOT_OURS = '这不是设备标签，请扫设备上的二维码，或输入标签上的六位唯一码。'

/** Says '' after it has shown the device, otherwise why not. */
async function show(text: string): Promise<string> {
  const meant = meantBy(text)
  if (meant === null) return NOT_OURS
  if ('id' in meant) {
    showDevice(meant.id)
    return ''
  }
  const { rows } = await call(listDevices, { keyword: meant.code })
  const device = rows.find(({ code }) => code === meant.code)
  if (device === undefined) return `没有唯一码为 ${meant.code} 的设备，或它不在您的科室。`
  showDevice(device.id)
  return ''
}

function useScan() {
  const [typed, setTyped] = useState('')
  const [trouble, setTrouble] = useState('')
  const [busy, setBusy] = useState(false)
  const open = async (text: string): Promise<void> => {
    setBusy(true)
    setTrouble(await show(text).catch((error: unknown) => asFailure(error).message))
    setBusy(false)
  }
  const scan = async (): Promise<void> => {
    const text = await scanCode()
    if (text !== '') await open(text)
  }
  const change = (text: string): void => {
    setTyped(text)
    setTrouble('')
  }
  return { typed, trouble, busy, open, scan, change }
}

const DESK_HINT = '用扫码枪扫标签会自动打开；也可以输入标签上的六位数字，或粘贴二维码的网址，按回车打开。'

/** 扫一扫 (B4, B24): the device of a label. Where there is no camera for it, what stands on the label is typed; a scanner on the desk types the code and Enter. */
export const ScanDevice = () => {
  const { typed, trouble, busy, open, scan, change } = useScan()
  const wide = useIsWide()
  const openTyped = (): void => {
    if (typed.trim() !== '' && !busy) void open(typed)
  }
  return (
    <PageFrame title='扫码找设备' back={() => goBack('/pages/device/list')} breadcrumb={['设备档案管理', '扫码找设备']}>
      {mayScan && <View className='pad'><Button wide busy={busy} onClick={() => void scan()}>扫一扫</Button></View>}
      <View className='pad'><Fields><TextField label='唯一码' value={typed} maxLength={200} placeholder='标签上的六位数字' hint={wide ? DESK_HINT : undefined} error={trouble === '' ? undefined : trouble} first={wide} onChange={change} onConfirm={openTyped} /></Fields></View>
      <View className='pad lab-next'><Button kind={mayScan ? 'line' : 'fill'} busy={busy} disabled={typed.trim() === ''} onClick={openTyped}>打开设备</Button></View>
    </PageFrame>
  )
}
