import * as v from 'valibot'
import { CERTIFICATE_LIMITS, DEVICE_OPERATOR_ID } from './certificate'
import type { TitleLevel } from './title'
import { TYPE_MENUS, type TypeMenu } from './type-menu'
import { addDays, addMonths, isCivilDay, type CivilDay } from '../kernel/civil-day'
import { lengthOf, tidy } from '../kernel/text'
import { GUIDE_TYPE_RULES, typeRulesSchema, type TypeRules } from '../reminder/rules'

/** Fields of the form that a type may demand beside those that every certificate needs (B32). */
export const DEMANDABLE_FIELDS = ['issuer', 'number', 'holderName', 'gender', 'birthMonth', 'title', 'operableDevice', 'issuedOn', 'attachmentIds'] as const
export type DemandableField = (typeof DEMANDABLE_FIELDS)[number]

export const TITLE_LEVELS: readonly TitleLevel[] = ['senior', 'associate-senior', 'intermediate', 'junior']

/** A kind of certificate, as the hospital has it: data, never a rule in code (B14, B32). */
export interface CertificateType {
  id: string
  name: string
  menu: TypeMenu
  needsDevice: boolean
  needsPerson: boolean
  requiredFields: DemandableField[]
  /** Usual validity in months; `null`: it differs, or it never expires. */
  validityMonths: number | null
  /** 提前预警时间 that a new certificate starts with. */
  leadDays: number
  /** How many days before 有效期 the review may be handed in (复审); 0: there is none. */
  reviewDays: number
  /** 依据, with the paper it comes from. */
  basis: string
  /** Papers to bring for the review (B36). */
  papers: string[]
  /** The lowest 职称 level that is asked for; `null`: none. */
  titleLevel: TitleLevel | null
  rules: TypeRules
  /** Off: no new certificates of it; old ones go on. */
  active: boolean
}

export const certificateTypeSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  menu: v.picklist(TYPE_MENUS),
  needsDevice: v.boolean(),
  needsPerson: v.boolean(),
  requiredFields: v.array(v.picklist(DEMANDABLE_FIELDS)),
  validityMonths: v.nullable(v.number()),
  leadDays: v.number(),
  reviewDays: v.number(),
  basis: v.string(),
  papers: v.array(v.string()),
  titleLevel: v.nullable(v.picklist(['senior', 'associate-senior', 'intermediate', 'junior', 'none'])),
  rules: typeRulesSchema,
  active: v.boolean(),
})

export const TYPE_LIMITS = { name: 40, basis: 500, papers: 30, paper: 60, validityMonths: 600, days: CERTIFICATE_LIMITS.leadDays, steps: 30, escalation: 10 } as const

/** 设备操作证 of the guide: what certificates have been from the first day (S18–S41). */
export const DEVICE_OPERATOR: CertificateType = {
  id: DEVICE_OPERATOR_ID, name: '设备操作证', menu: 'device-certificate', needsDevice: true, needsPerson: false, requiredFields: [],
  validityMonths: null, leadDays: 5, reviewDays: 0, basis: '', papers: [], titleLevel: null, rules: GUIDE_TYPE_RULES, active: true,
}

const isWhole = (value: number, { from, to }: { from: number; to: number }): boolean => Number.isInteger(value) && value >= from && value <= to

/** Field → code; empty when it may be saved. */
export function checkType(type: CertificateType): Record<string, string> {
  const found = { ...numbersOf(type), ...rulesOf(type.rules) }
  if (tidy(type.name) === '') found.name = 'type.name-missing'
  if (lengthOf(type.name) > TYPE_LIMITS.name) found.name = 'certificate.text-too-long'
  if (lengthOf(type.basis) > TYPE_LIMITS.basis) found.basis = 'certificate.text-too-long'
  if (type.papers.length > TYPE_LIMITS.papers || type.papers.some((paper) => lengthOf(paper) > TYPE_LIMITS.paper)) found.papers = 'type.papers-too-long'
  return found
}

function numbersOf({ validityMonths, leadDays, reviewDays }: CertificateType): Record<string, string> {
  const codes: Record<string, string> = {}
  const days = { from: 0, to: TYPE_LIMITS.days }
  if (validityMonths !== null && !isWhole(validityMonths, { from: 1, to: TYPE_LIMITS.validityMonths })) codes.validityMonths = 'type.validity-out-of-range'
  if (!isWhole(leadDays, days)) codes.leadDays = 'certificate.lead-out-of-range'
  if (!isWhole(reviewDays, days)) codes.reviewDays = 'certificate.lead-out-of-range'
  return codes
}

function rulesOf({ steps, escalation }: TypeRules): Record<string, string> {
  const codes: Record<string, string> = {}
  const days = { from: 0, to: TYPE_LIMITS.days }
  if (steps.length > TYPE_LIMITS.steps || !steps.every((step) => isWhole(step, days))) codes.steps = 'type.steps-invalid'
  if (escalation.length > TYPE_LIMITS.escalation || !escalation.every(({ daysBefore }) => isWhole(daysBefore, days))) codes.escalation = 'type.escalation-invalid'
  return codes
}

/** As it is stored: visible characters, each paper and step once, the earliest first. */
export const tidyType = (type: CertificateType): CertificateType => ({
  ...type,
  name: tidy(type.name), basis: type.basis.trim(),
  papers: [...new Set(type.papers.map(tidy).filter((paper) => paper !== ''))],
  requiredFields: [...new Set(type.requiredFields)],
  rules: {
    ...type.rules,
    steps: [...new Set(type.rules.steps)].sort((a, b) => b - a),
    escalation: [...type.rules.escalation].sort((a, b) => b.daysBefore - a.daysBefore),
  },
})

/** The last valid day of a certificate of usual validity; `null` when there is none or nothing to reckon from. */
export const usualExpiry = ({ validityMonths }: Pick<CertificateType, 'validityMonths'>, issuedOn: CivilDay | null): CivilDay | null =>
  (validityMonths === null || issuedOn === null || !isCivilDay(issuedOn) ? null : addDays(addMonths(issuedOn, validityMonths), -1))

/** Days that the review window and the hospital's own errands take before 有效期 (B32). */
export const REVIEW_ERRANDS_DAYS = 30

/** The lead that leaves time for the review; 0: any. */
export const leadForReview = ({ reviewDays }: Pick<CertificateType, 'reviewDays'>): number => (reviewDays === 0 ? 0 : reviewDays + REVIEW_ERRANDS_DAYS)

/** The lead of the form after a type was chosen: one that nobody touched becomes the type's (B32). */
export const leadAfterChoice = (type: Pick<CertificateType, 'reviewDays' | 'leadDays'>, lead: { days: number; touched: boolean }): number =>
  (lead.touched ? lead.days : Math.max(leadForReview(type), type.leadDays))

/** 「来不及复审」: reminded after the review should have begun (B32). */
export const isTooShortForReview = (type: Pick<CertificateType, 'reviewDays'>, leadDays: number): boolean => leadDays < leadForReview(type)
