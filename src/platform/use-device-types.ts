import { listDictionary } from '../../contract/dictionary-list'
import { DEVICE_TYPES } from '../../domain/dictionary/device-types'
import { useOperation } from './use-operation'

/** What 设备类型 is chosen from: the hospital's own dictionary, or the usual kinds while it has none. None is a choice too (S11). */
export const useDeviceTypes = (): readonly string[] => {
  const { data } = useOperation(listDictionary, { kind: 'device-type', page: 1, pageSize: 100 })
  const own = (data?.rows ?? []).map(({ name }) => name)
  return own.length === 0 ? DEVICE_TYPES : own
}
