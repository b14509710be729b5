import type { DepartmentDoc } from '../cloud/documents'

export const HOSPITAL = 'hospital-1'
export const OTHER_HOSPITAL = 'hospital-2'

/** The guide's departments (S52) and those its devices and people need; CT室 and MR室 belong to 影像中心. */
const tree: ReadonlyArray<readonly [id: string, name: string, parentId: string | null]> = [
  ['dept-office', '设备科', null],
  ['dept-imaging', '影像中心', null],
  ['dept-ct', 'CT室', 'dept-imaging'],
  ['dept-mr', 'MR室', 'dept-imaging'],
  ['dept-eye', '眼科', null],
  ['dept-dental', '口腔科', null],
]

export const departments: DepartmentDoc[] = [
  ...tree.map(([_id, name, parentId], order): DepartmentDoc => ({ _id, schema: 1, institutionId: HOSPITAL, name, parentId, order })),
  { _id: 'dept-2-office', schema: 1, institutionId: OTHER_HOSPITAL, name: '设备科', parentId: null, order: 0 },
]

export const departmentName = (id: string): string => departments.find((department) => department._id === id)?.name ?? ''
