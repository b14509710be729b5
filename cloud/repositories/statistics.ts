import { addDays, instantOf, type CivilDay } from '../../domain/kernel/civil-day'
import type { Channel } from '../../domain/reminder/channel'
import type { AuditDoc, CertificateCycleDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'

export type { AuditDoc } from '../documents'

/** Handlings and renewals of one span that are looked at; of more only the latest. */
const MOST_CHANGES = 5000

/** Valid certificates that belong to nobody's record (B27). */
export const countUnlinked = (store: DocumentStore, institutionId: string, today: CivilDay): Promise<number> =>
  store.count('certificates', { ...ofInstitution(institutionId), personId: null, expiresOn: { from: today } })

interface Span { institutionId: string; from: CivilDay; to: CivilDay }
const instants = ({ from, to }: Span) => ({ from: instantOf(from, '00:00:00'), before: instantOf(addDays(to, 1), '00:00:00') })

/** Messages by channel and state, counted by the database. */
export const messagesIn = async (store: DocumentStore, span: Span): Promise<Array<{ channel: Channel; state: string; count: number }>> =>
  (await store.tally('deliveries', { ...ofInstitution(span.institutionId), day: { from: span.from, to: span.to } }, { by: ['channel', 'state'], latest: 'settledAt', limit: 100 }))
    .map(({ key: [channel = '', state = ''], count }) => ({ channel: channel as Channel, state, count }))

/** Cycles that were closed by a renewal, the latest first. */
export const renewalsIn = (store: DocumentStore, span: Span): Promise<CertificateCycleDoc[]> =>
  store.find('certificate_cycles', { ...ofInstitution(span.institutionId), closedAt: instants(span) }, { sort: [['closedAt', -1]], limit: MOST_CHANGES, fields: ['closedAt', 'expiresOn'] })

/** Warnings that were handled, the latest first, as the audit has them. */
export const handlingsIn = (store: DocumentStore, span: Span): Promise<AuditDoc[]> =>
  store.find('audit', { ...ofInstitution(span.institutionId), operation: 'certificate.handle', at: instants(span) }, { sort: [['at', -1]], limit: MOST_CHANGES, fields: ['at', 'before', 'after'] })

/** As many as are read at once. */
export const isFull = (docs: readonly unknown[]): boolean => docs.length >= MOST_CHANGES
