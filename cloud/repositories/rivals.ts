import type { CivilDay } from '../../domain/kernel/civil-day'
import type { DeliveryDoc } from '../documents'
import type { DocumentStore } from '../ports'
import type { Claim, Delivery } from './deliveries'
import { inParts } from './due'
import { ofInstitution } from './of-institution'

/** `told`: another message told it or may have. `in-flight`: another instance is about to, and what comes of it is not known yet. */
export type Rivalry = 'told' | 'in-flight'

/** What other messages of the day do about the same person, channel and certificate. */
export interface Rivals { of(delivery: Pick<Delivery, '_id' | 'accountId' | 'channel'>, mention: string): Rivalry | null }

type Rival = Pick<DeliveryDoc, '_id' | 'accountId' | 'channel' | 'mentions' | 'state'>

const aboutOf = ({ accountId, channel }: Pick<Delivery, 'accountId' | 'channel'>, mention: string): string => `${accountId} ${channel} ${mention}`

const MOST = 100_000
const FIELDS = ['accountId', 'channel', 'mentions', 'state'] as const

async function othersOf(store: DocumentStore, { institutionId, token }: Pick<Claim, 'institutionId' | 'token'>, about: { mentions: readonly string[]; day: CivilDay }): Promise<Rival[]> {
  const questions = inParts(about.mentions).flatMap((part) => {
    const where = { ...ofInstitution(institutionId), mentions: { in: part }, day: about.day }
    return [
      { ...where, state: { in: ['sending', 'sent', 'unknown'] }, 'claim.token': { not: token } },
      { ...where, state: 'queued', doubtful: true },
    ]
  })
  return (await Promise.all(questions.map((where) => store.find('deliveries', where, { fields: FIELDS, limit: MOST })))).flat()
}

type Telling = Pick<Delivery, 'accountId' | 'channel' | 'mentions'>
const aboutsOf = <D extends Telling>(deliveries: readonly D[]): Array<readonly [about: string, delivery: D]> =>
  deliveries.flatMap((delivery) => delivery.mentions.map((mention) => [aboutOf(delivery, mention), delivery] as const))

/** Of two of the same claim the one with the earlier send time goes. */
function firstOf(own: readonly Delivery[]): Map<string, string> {
  const lastFirst = [...own].sort((a, b) => (a._id < b._id ? 1 : -1))
  return new Map(aboutsOf(lastFirst).map(([about, { _id }]) => [about, _id]))
}

/**
 * Two instances that both took the institution for theirs may have planned the same under two send times, if somebody saved in between: their
 * ids do not meet. Asked after the claim, so of two at once at least one sees the other (B8).
 */
export async function rivalsOf(store: DocumentStore, claim: Pick<Claim, 'institutionId' | 'token'>, { own, day }: { own: readonly Delivery[]; day: CivilDay }): Promise<Rivals> {
  const ours = own.filter((delivery) => delivery.day === day)
  const mentions = [...new Set(ours.flatMap((delivery) => delivery.mentions))]
  const first = firstOf(ours)
  const others = aboutsOf(await othersOf(store, claim, { mentions, day }))
  const told = new Set(others.filter(([, { state }]) => state !== 'sending').map(([about]) => about))
  const inFlight = new Set(others.map(([about]) => about))
  return {
    of(delivery, mention) {
      const about = aboutOf(delivery, mention)
      if (told.has(about) || (first.get(about) ?? delivery._id) !== delivery._id) return 'told'
      return inFlight.has(about) ? 'in-flight' : null
    },
  }
}
