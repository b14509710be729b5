/** 医疗机构: the unit of separation. Nothing of one is ever seen from another (B25). */
export interface Institution {
  id: string
  name: string
}
