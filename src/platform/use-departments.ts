import { listDepartments } from '../../contract/device'
import { useOperation } from './use-operation'

/** The institution's departments to choose from; empty until they are there. */
export const useDepartments = (): ReadonlyArray<{ value: string; label: string }> => {
  const { data } = useOperation(listDepartments, {})
  return (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))
}
