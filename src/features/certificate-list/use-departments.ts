import { listDepartments } from '../../../contract/device'
import { useOperation } from '../../platform/use-operation'
import type { Option } from '../../ui/input-props'

/** The institution's departments to choose from; empty until they are there. */
export const useDepartments = (): readonly Option[] => {
  const { data } = useOperation(listDepartments, {})
  return (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))
}
