import { setDeviceStatus } from '../../../contract/device'
import { changes } from '../../../cloud/gate/verb'
import { writableDevice, writeDevice } from './change'

/** 在档, 停用, 报废, 外借 (S47); certificates whose every device is out of use are held from then on (B34). */
export const setStatus = changes(setDeviceStatus, {
  async run(input, caller, work) {
    const before = await writableDevice(work, input, caller)
    const { status } = input
    return writeDevice(work, caller, { before, part: { status }, audit: { before: { status: before.status }, after: { status } } })
  },
})
