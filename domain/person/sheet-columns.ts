import type { SheetColumn } from '../sheet/columns'

export type PersonColumn = 'staffNumber' | 'name' | 'department' | 'title' | 'employment' | 'presence'
export type PersonCells = Record<PersonColumn, string>

/** Columns of a list of staff, with the words that personnel departments use (B27). */
export const PERSON_COLUMNS: ReadonlyArray<SheetColumn<PersonColumn>> = [
  { key: 'staffNumber', header: '工号', aliases: ['职工号', '员工编号', '人员编号', '职工编号', '工作证号'], needed: true },
  { key: 'name', header: '姓名', aliases: ['职工姓名', '员工姓名', '人员姓名'], needed: true },
  { key: 'department', header: '所属科室', aliases: ['科室', '科室名称', '部门', '所在科室', '所属科室名称'], needed: true },
  { key: 'title', header: '职称', aliases: ['专业技术职务', '技术职称', '职称名称'] },
  { key: 'employment', header: '人员类别', aliases: ['编制', '用工性质', '人员性质', '用工类别', '编制类别'] },
  { key: 'presence', header: '在岗状态', aliases: ['状态', '人员状态', '在职状态'] },
]
