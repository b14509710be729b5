import type { ReactNode } from 'react'
import type { DeviceFields } from '../../../domain/device/device'
import { readScannedCode } from '../../../domain/device/scanned-code'
import { mayScan, scanCode } from '../../platform/scan-code'
import { Button } from '../../ui/button'
import type { ArchiveForm } from './create/use-new-device'

/** A UDI fills 序列号 and 生产日期 as well where it says them; what stands there already stays. */
async function scanInto({ fields, set }: ArchiveForm, field: 'serialNumber' | 'udi'): Promise<void> {
  const text = (await scanCode()).trim()
  if (text === '') return
  const read = readScannedCode(text)
  if (read === null) set({ [field]: text })
  else set({ udi: read.udi, serialNumber: fields.serialNumber === '' ? read.serialNumber : fields.serialNumber, producedOn: fields.producedOn ?? read.producedOn })
}

/** 扫码 beside the fields that a nameplate's code can fill (S44); undefined: not this field, or no camera. A scanner on the desk types by itself. */
export const scanMark = (form: ArchiveForm, field: keyof DeviceFields): ReactNode => (
  mayScan && (field === 'serialNumber' || field === 'udi')
    ? <Button kind='text' label={field === 'udi' ? '扫码填 UDI码' : '扫码填序列号'} onClick={() => void scanInto(form, field)}>扫码</Button>
    : undefined
)
