import { listTypes } from '../../../contract/type'
import { useOperation } from '../../platform/use-operation'
import type { ListKind } from './kinds'

interface KindTypes {
  options: ReadonlyArray<{ value: string; label: string }>
  /** What a type is called; '' when it is not known. */
  nameOf: (typeId: string) => string
  /** The type of a new one: what the list is filtered by, else the first in use; '' leaves the guide's 设备操作证. */
  forNew: (chosen: string) => string
}

/** The types under one menu name, for the filter and for 新增. */
export function useKindTypes({ menu }: ListKind): KindTypes {
  const { data } = useOperation(listTypes, {})
  const types = data?.types ?? []
  const own = types.filter((type) => type.menu === menu)
  const firstInUse = menu === 'device-certificate' ? '' : own.find(({ active }) => active)?.id ?? ''
  return {
    options: own.map(({ id, name }) => ({ value: id, label: name })),
    nameOf: (typeId) => types.find(({ id }) => id === typeId)?.name ?? '',
    forNew: (chosen) => (own.some(({ id, active }) => active && id === chosen) ? chosen : firstInUse),
  }
}
