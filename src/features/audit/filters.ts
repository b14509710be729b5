import { AUDIT_TOPICS, type AuditTopic } from '../../../domain/audit/topics'
import { TOPIC_WORDS } from '../../../domain/audit/words'
import { keptFilters } from '../../platform/kept-filters'

/** '' and null where nothing is chosen. */
export interface AuditFilters { who: string; topic: AuditTopic | ''; from: string | null; to: string | null; page: number; pageSize: number }

const NO_FILTERS: AuditFilters = { who: '', topic: '', from: null, to: null, page: 1, pageSize: 20 }
export const CLEARED = { who: '', topic: '', from: null, to: null } as const
export const useAuditFilters = keptFilters(NO_FILTERS)

export const TOPIC_OPTIONS = AUDIT_TOPICS.map((value) => ({ value, label: TOPIC_WORDS[value] }))
export const topicOf = (value: string): AuditTopic | '' => AUDIT_TOPICS.find((topic) => topic === value) ?? ''

/** As the contract takes them. */
export const auditQuery = ({ who, topic, from, to }: AuditFilters) => ({ who: who.trim(), from, to, ...(topic !== '' && { topic }) })
