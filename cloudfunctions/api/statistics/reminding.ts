import { remindingFigures, type Reminding } from '../../../contract/statistics'
import { dayOf } from '../../../domain/kernel/civil-day'
import { CHANNELS } from '../../../domain/reminder/channel'
import { reactionOf, type Handled } from '../../../domain/statistics/reaction'
import { reads } from '../../../cloud/gate/verb'
import { handlingsIn, isFull, messagesIn, renewalsIn, type AuditDoc } from '../../../cloud/repositories/statistics'

interface Note { kind?: string; expiresOn?: string | null; leadDays?: number }
const noteOf = (value: unknown): Note => (value ?? {}) as Note

const handledOf = ({ at, before }: AuditDoc): Handled => ({ at, expiresOn: noteOf(before).expiresOn ?? null, leadDays: noteOf(before).leadDays ?? null })

function kindsOf(handlings: readonly AuditDoc[]): Reminding['handled'] {
  const counts = new Map<string, number>()
  for (const { after } of handlings) {
    const { kind = '' } = noteOf(after)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count)
}

/** What reminding came to in a span of days (B31). */
export const reminding = reads(remindingFigures, async ({ from, to }, { institutionId }, { store }) => {
  const span = { institutionId, from, to }
  const [messages, renewals, handlings] = await Promise.all([messagesIn(store, span), renewalsIn(store, span), handlingsIn(store, span)])
  const sum = (channel: string, state: string): number => messages.filter((row) => row.channel === channel && row.state === state).reduce((total, { count }) => total + count, 0)
  const late = renewals.filter(({ expiresOn, closedAt }) => expiresOn !== null && expiresOn < dayOf(closedAt)).length
  return {
    channels: CHANNELS.map((channel) => ({ channel, sent: sum(channel, 'sent'), failed: sum(channel, 'failed') + sum(channel, 'unknown'), held: sum(channel, 'held') })),
    renewals: { inTime: renewals.length - late, late },
    handled: kindsOf(handlings),
    reaction: reactionOf(handlings.map(handledOf)),
    partly: isFull(renewals) || isFull(handlings),
  }
})
