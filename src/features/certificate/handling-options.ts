import type { Caller } from '../../../domain/account/caller'
import { actionFor, decideHandling, latestResume, type HandlingFacts, type HandlingKind, type HandlingRequest } from '../../../domain/certificate/handling'
import { decideTransfer, type TransferFacts } from '../../../domain/certificate/handling-transfer'
import { may } from '../../../domain/account/permissions'
import { addDays, laterDay, type CivilDay } from '../../../domain/kernel/civil-day'
import { monthDay } from './day-words'
import type { PersonCard } from './draft'

/** What the sheet offers: the five handlings, and handing the warning over to somebody else (B1). */
export type HandlingWay = HandlingKind | 'transferred'
/** Of the certificate, for all six. */
export type WayFacts = HandlingFacts & TransferFacts

/** What is filled in so far. One record for all ways, so that switching between them loses nothing. */
export interface HandlingDraft {
  kind: HandlingWay | null
  note: string
  reference: string
  /** The day on which reminding begins again. */
  until: CivilDay | null
  number: string
  issuedOn: CivilDay | null
  expiresOn: CivilDay | null
  longTerm: boolean
  /** To whom it is handed over. */
  to: PersonCard | null
}

export const emptyHandling = (number: string): HandlingDraft =>
  ({ kind: null, note: '', reference: '', until: null, number, issuedOn: null, expiresOn: null, longTerm: false, to: null })

export interface HandlingContext {
  caller: Caller
  today: CivilDay
  /** What the server said of this very certificate. */
  mayWrite: boolean
  mayHandle: boolean
  mayNote: boolean
}

export interface HandlingOption {
  kind: HandlingWay
  text: string
  /** What it does; when it is not the caller's to choose, why (B30). */
  note: string
  allowed: boolean
}

const TEXTS: ReadonlyArray<readonly [kind: HandlingWay, text: string, note: string]> = [
  ['renewed', '已换证', '填新的有效期，拍新证'],
  ['review', '已提交复审', '到指定日期前不再提醒'],
  ['snoozed', '暂缓至…', '科室人员最多 7 天，设备科可更长'],
  ['transferred', '转交…', '换一个人来办，继续提醒'],
  ['revoked', '离岗 / 注销', '持证人离岗或此证作废，停止提醒'],
  ['noted', '仅标记已处理', '写明原因，不再提醒'],
]

type Refusal = (facts: HandlingFacts, context: HandlingContext) => string | null

const NOT_YOURS = '您没有处理这张证的权限'

const needsHead = (kind: HandlingKind): Refusal => (_, { mayNote, caller }) => (mayNote && may(caller, actionFor(kind)).allowed ? null : '需设备科或科室负责人')

const needsTime = (kind: HandlingKind): Refusal => (facts, context) => {
  if (!context.mayHandle) return NOT_YOURS
  const latest = latestResume(facts, kind, context)
  return latest !== null && latest <= context.today ? '有效期前 7 天内，暂停提醒须由设备科处理' : null
}

/** Why a way is not the caller's; `null`: it is. */
const REFUSALS: Readonly<Record<HandlingWay, Refusal>> = {
  renewed: (_, { mayWrite }) => (mayWrite ? null : '您没有修改这张证的权限'),
  review: needsTime('review'),
  snoozed: needsTime('snoozed'),
  transferred: (_, { mayHandle }) => (mayHandle ? null : NOT_YOURS),
  revoked: needsHead('revoked'),
  noted: needsHead('noted'),
}

/** The six ways in the sheet's order; those that are not the caller's stay in sight, with the reason (B30). */
export const handlingOptions = (facts: HandlingFacts, context: HandlingContext): HandlingOption[] =>
  TEXTS.map(([kind, text, note]) => {
    const reason = REFUSALS[kind](facts, context)
    return { kind, text, note: reason ?? note, allowed: reason === null }
  })

/** The days that 不提醒至 and 暂缓至 offer. `max` null: no bound. */
export function untilRange(facts: HandlingFacts, kind: HandlingKind, context: HandlingContext): { min: CivilDay; max: CivilDay | null } {
  return { min: addDays(context.today, 1), max: latestResume(facts, kind, context) }
}

const REVIEW_DAYS = 30

/** A first proposal, so that a week's or a month's silence takes no date picking: as far as the rules let it go. */
export function proposedUntil(facts: HandlingFacts, kind: HandlingWay, context: HandlingContext): CivilDay | null {
  if (kind !== 'review' && kind !== 'snoozed') return null
  const { min, max } = untilRange(facts, kind, context)
  const wanted = addDays(context.today, kind === 'review' ? REVIEW_DAYS : 7)
  return max === null || wanted <= max ? wanted : laterDay(min, max)
}

export const choose = (draft: HandlingDraft, kind: HandlingWay, until: CivilDay | null): HandlingDraft => ({ ...draft, kind, until: until ?? draft.until })

const silent = (kind: HandlingKind): boolean => kind === 'review' || kind === 'snoozed'

/** What the rules are asked with, and the server after them. */
export function requestOf(draft: HandlingDraft, kind: HandlingKind): HandlingRequest {
  return {
    kind,
    note: draft.note,
    reference: kind === 'review' ? draft.reference : '',
    until: silent(kind) ? draft.until : null,
    renewal: kind === 'renewed' ? { expiresOn: draft.longTerm ? null : draft.expiresOn, longTerm: draft.longTerm } : null,
  }
}

/** `null`: it may be sent. The same rules as the server's. */
export function checkHandling(facts: WayFacts, draft: HandlingDraft, context: HandlingContext): { code: string; detail: Record<string, unknown> } | null {
  if (draft.kind === null) return { code: 'handling.kind-missing', detail: {} }
  if (draft.kind === 'renewed' && draft.issuedOn !== null && draft.expiresOn !== null && draft.expiresOn < draft.issuedOn) {
    return { code: 'certificate.expires-before-issue', detail: {} }
  }
  if (draft.kind === 'transferred') return checkTransfer(facts, draft, context)
  const decision = decideHandling(facts, requestOf(draft, draft.kind), context)
  return decision.ok ? null : { code: decision.code, detail: decision.detail }
}

function checkTransfer(facts: TransferFacts, { to }: HandlingDraft, { caller }: HandlingContext): { code: string; detail: Record<string, unknown> } | null {
  const decision = decideTransfer(facts, to?.id ?? null, caller)
  return decision.ok ? null : { code: decision.code, detail: {} }
}

const CONSEQUENCES: Readonly<Record<HandlingWay, (draft: HandlingDraft) => string>> = {
  renewed: ({ longTerm, expiresOn }) => (longTerm ? '确定，换证为长期有效' : expiresOn === null ? '确定换证' : `确定换证，有效期至 ${expiresOn}`),
  review: ({ until }) => (until === null ? '确定，停止提醒' : `确定，停止提醒至 ${monthDay(until)}`),
  snoozed: ({ until }) => (until === null ? '确定，停止提醒' : `确定，停止提醒至 ${monthDay(until)}`),
  transferred: ({ to }) => (to === null ? '请选转交给谁' : `确定转交给${to.name}，继续提醒`),
  revoked: () => '确定注销，停止提醒',
  noted: () => '确定，不再提醒',
}

/** The button says what will happen. */
export const consequenceWords = (draft: HandlingDraft): string => (draft.kind === null ? '请选一项' : CONSEQUENCES[draft.kind](draft))

const EXPIRED_STAYS = '有效期过后仍显示已过期，直到换证或注销'

/** Under the button: whom it concerns, and what it does not undo. */
export function footnote(draft: HandlingDraft): string {
  if (draft.kind === 'renewed') return '旧证留档，从新的有效期重新提醒'
  if (draft.kind === 'transferred') return '此证仍待处理；您若是指定人员，不再收到'
  return draft.kind === 'noted' ? `所有人、所有渠道一起停；${EXPIRED_STAYS}` : '所有人、所有渠道一起停；留下经办人和时间'
}

/** At which field of the sheet a refusal is said. */
const FIELD_OF: Readonly<Record<string, keyof HandlingDraft>> = {
  'handling.note-missing': 'note',
  'handling.until-missing': 'until', 'handling.until-passed': 'until', 'handling.until-too-late': 'until',
  'handling.renewal-missing': 'expiresOn', 'handling.expiry-missing': 'expiresOn', 'handling.expiry-not-later': 'expiresOn',
  'certificate.expires-before-issue': 'expiresOn',
  'transfer.nobody-chosen': 'to', 'transfer.to-oneself': 'to', 'transfer.already-named': 'to', 'certificate.too-many-recipients': 'to', 'account.not-found': 'to',
}
export const handlingField = (code: string): keyof HandlingDraft | null => FIELD_OF[code] ?? null
