import * as v from 'valibot'
import { may, type Action } from '../account/permissions'
import type { Caller } from '../account/caller'
import { addDays, laterDay, type CivilDay } from '../kernel/civil-day'
import { tidy } from '../kernel/text'

/** 仅标记已处理, 已提交复审, 暂缓至…, 离岗/注销, 已换证 (B1). */
export const HANDLING_KINDS = ['noted', 'review', 'snoozed', 'revoked', 'renewed'] as const
export type HandlingKind = (typeof HANDLING_KINDS)[number]
export const handlingKindSchema = v.picklist(HANDLING_KINDS)

/** What stands on the certificate after a warning was handled (S35): every channel is silent for everybody. */
export interface Handling {
  kind: HandlingKind
  note: string
  /** 受理号, for 已提交复审. */
  reference: string
  /** The day on which reminding begins again; days before it are silent. `null`: no day, until somebody reopens it. */
  until: CivilDay | null
  byAccountId: string
  byName: string
  at: Date
}

/** Staff may put a warning off by a week (B30). */
export const STAFF_SNOOZE_DAYS = 7
/** The last week before 有效期 belongs to 设备科: no other silence reaches into it (B30). */
export const LATE_DAYS = 7
export const HANDLING_LIMITS = { note: 200, reference: 60 } as const

export interface HandlingFacts {
  expiresOn: CivilDay | null
  longTerm: boolean
  handling: Pick<Handling, 'kind' | 'until'> | null
  cycle: number
}

export interface Renewal {
  issuedOn?: CivilDay | null
  expiresOn: CivilDay | null
  longTerm: boolean
}

export interface HandlingRequest {
  kind: HandlingKind
  note: string
  reference: string
  until: CivilDay | null
  /** For 已换证: the new cycle's dates. */
  renewal: Renewal | null
}

/** What the certificate becomes. `handling` null: the warning is open again, in cycle `cycle`. */
export interface HandlingChange {
  handling: Pick<Handling, 'kind' | 'note' | 'reference' | 'until'> | null
  cycle: number
  expiresOn: CivilDay | null
  longTerm: boolean
}

export type HandlingDecision =
  | { ok: true; change: HandlingChange }
  | { ok: false; code: string; detail: Record<string, unknown> }

/** What a caller must be allowed to do for this kind of handling. */
export const actionFor = (kind: HandlingKind): Action => {
  if (kind === 'noted' || kind === 'revoked') return 'certificate.handle-note'
  return kind === 'renewed' ? 'certificate.write' : 'certificate.handle'
}

const refuse = (code: string, detail: Record<string, unknown> = {}): HandlingDecision => ({ ok: false, code, detail })

/** Who asks, and on which day. Whether the certificate is in his scope is the gate's question. */
export interface HandlingContext {
  caller: Caller
  today: CivilDay
}

/**
 * Decides what a handling makes of the certificate (B1, B30). Failure codes: `forbidden`, `handling.already-revoked`,
 * `handling.note-missing`, `handling.until-missing`, `handling.until-passed`, `handling.until-too-late` {latest},
 * `handling.renewal-missing`, `handling.expiry-missing`, `handling.expiry-not-later`, `handling.expires-before-issue`.
 */
export function decideHandling(facts: HandlingFacts, request: HandlingRequest, context: HandlingContext): HandlingDecision {
  if (!may(context.caller, actionFor(request.kind)).allowed) return refuse('forbidden')
  if (facts.handling?.kind === 'revoked') return refuse('handling.already-revoked')
  if (request.kind === 'renewed') return renew(facts, request)
  if (request.kind === 'noted' || request.kind === 'revoked') return settle(facts, request)
  return silence(facts, request, context)
}

function settle(facts: HandlingFacts, request: HandlingRequest): HandlingDecision {
  if (request.kind === 'noted' && tidy(request.note) === '') return refuse('handling.note-missing')
  return keep(facts, request, null)
}

function silence(facts: HandlingFacts, request: HandlingRequest, context: HandlingContext): HandlingDecision {
  const { until } = request
  if (until === null) return refuse('handling.until-missing')
  if (until <= context.today) return refuse('handling.until-passed')
  const latest = latestResume(facts, request.kind, context)
  if (latest !== null && until > latest) return refuse('handling.until-too-late', { latest })
  return keep(facts, request, until)
}

function keep(facts: HandlingFacts, request: HandlingRequest, until: CivilDay | null): HandlingDecision {
  const handling = { kind: request.kind, note: tidy(request.note), reference: tidy(request.reference), until }
  return { ok: true, change: { handling, cycle: facts.cycle, expiresOn: facts.expiresOn, longTerm: facts.longTerm } }
}

/**
 * The last day on which reminding may begin again, as the form shows it; `null`: no bound. One day of silence is
 * always possible for 设备科; for the others the answer may lie in the past, and then no silence is theirs to give.
 */
export function latestResume(facts: Pick<HandlingFacts, 'expiresOn' | 'longTerm'>, kind: HandlingKind, context: HandlingContext): CivilDay | null {
  const { caller, today } = context
  const bounds: CivilDay[] = []
  if (kind === 'snoozed' && caller.role === 'staff') bounds.push(addDays(today, STAFF_SNOOZE_DAYS))
  const late = may(caller, 'certificate.silence-late').allowed
  if (!late && !facts.longTerm && facts.expiresOn !== null) bounds.push(addDays(facts.expiresOn, -LATE_DAYS))
  return bounds.length === 0 ? null : bounds.reduce((a, b) => (laterDay(a, b) === a ? b : a))
}

function renew(facts: HandlingFacts, request: HandlingRequest): HandlingDecision {
  const { renewal } = request
  if (renewal === null) return refuse('handling.renewal-missing')
  const { longTerm } = renewal
  const wrong = longTerm ? null : wrongEnd(renewal, facts.expiresOn)
  if (wrong !== null) return refuse(wrong)
  return { ok: true, change: { handling: null, cycle: facts.cycle + 1, expiresOn: longTerm ? null : renewal.expiresOn, longTerm } }
}

function wrongEnd({ issuedOn, expiresOn }: Renewal, old: CivilDay | null): string | null {
  if (expiresOn === null) return 'handling.expiry-missing'
  if (old !== null && expiresOn <= old) return 'handling.expiry-not-later'
  return issuedOn && expiresOn < issuedOn ? 'handling.expires-before-issue' : null
}
