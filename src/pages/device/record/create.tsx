import { DeviceCreate } from '../../../features/device/device-create'
import { goBack, replaceWith, useParams } from '../../../platform/navigate'

definePageConfig({ navigationBarTitleText: '新增设备档案' })

/** With `then=back` it returns to what opened it, as the picker of a certificate; else the new device is shown. */
export default function DeviceCreatePage() {
  const { then } = useParams()
  return <DeviceCreate onSaved={({ id }) => (then === 'back' ? goBack('/pages/device/list') : replaceWith('/pages/device/record/detail', { id }))} />
}
