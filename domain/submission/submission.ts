import * as v from 'valibot'
import { civilDaySchema } from '../kernel/civil-day'

/** B16. `renewal`: the next cycle of a certificate that is there; `new`: one that is not entered yet. */
export const SUBMISSION_KINDS = ['renewal', 'new'] as const
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number]

/** 待审核, 已退回, 已通过, 已撤回. */
export const SUBMISSION_STATES = ['waiting', 'returned', 'approved', 'withdrawn'] as const
export type SubmissionState = (typeof SUBMISSION_STATES)[number]

/** What happened to it, in order: 提交, 再次提交, 退回, 通过, 撤回. */
export const SUBMISSION_TURNS = ['submitted', 'resubmitted', 'returned', 'approved', 'withdrawn'] as const
export type SubmissionTurn = (typeof SUBMISSION_TURNS)[number]

export const SUBMISSION_LIMITS = { note: 200, reason: 200, devices: 30, turns: 60 } as const

/** What a holder fills in: of a renewal the new card's own facts, of a new one whom and what it is about as well. */
export interface SubmissionForm {
  typeId: string
  deviceIds: string[]
  holderName: string
  number: string
  issuer: string
  issuedOn: string | null
  expiresOn: string | null
  longTerm: boolean
  note: string
  attachmentIds: string[]
}

/** The shape only: what its values may be is told at the field, by ./form. */
export const submissionFormSchema = v.strictObject({
  typeId: v.string(),
  deviceIds: v.array(v.string()),
  holderName: v.string(),
  number: v.string(),
  issuer: v.string(),
  issuedOn: v.nullable(civilDaySchema),
  expiresOn: v.nullable(civilDaySchema),
  longTerm: v.boolean(),
  note: v.string(),
  attachmentIds: v.array(v.string()),
})
