import * as v from 'valibot'

/** 在编, 合同, 临聘, 规培, 进修, 厂家 (B27). */
export const EMPLOYMENTS = ['permanent', 'contract', 'temporary', 'resident', 'visiting', 'vendor'] as const
export type Employment = (typeof EMPLOYMENTS)[number]
export const employmentSchema = v.picklist(EMPLOYMENTS)

/** 在岗, 暂离, 离职 (B27). */
export const PRESENCES = ['present', 'away', 'left'] as const
export type Presence = (typeof PRESENCES)[number]
export const presenceSchema = v.picklist(PRESENCES)

/** A holder. Two with the same name are two people unless 工号 says otherwise (B27). */
export interface Person {
  id: string
  institutionId: string
  /** 工号, unique in the institution; `null` while unknown. */
  staffNumber: string | null
  name: string
  departmentId: string | null
  /** 职称 code, see `certificate/title.ts`. */
  title: string | null
  employment: Employment
  presence: Presence
  accountId: string | null
}

export const PERSON_LIMITS = { staffNumber: 20, name: 20, title: 40 } as const
