import type { CivilDay } from '../../domain/kernel/civil-day'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'

interface Asked { day: CivilDay; at: Date; most: number }

async function removeDeliveries(store: DocumentStore, institutionId: string, { day, most }: Asked): Promise<number> {
  const found = await store.find('deliveries', { ...ofInstitution(institutionId), day: { before: day } }, { sort: [['day', 1]], limit: most, fields: ['_id'] })
  if (found.length === 0) return 0
  const ids = found.map(({ _id }) => _id)
  await store.remove('delivery_attempts', { deliveryId: { in: ids } })
  await store.remove('deliveries', { _id: { in: ids }, day: { before: day } })
  return found.length
}

async function removeInbox(store: DocumentStore, institutionId: string, { at, most }: Asked): Promise<number> {
  const found = await store.find('inbox', { ...ofInstitution(institutionId), at: { before: at } }, { sort: [['at', 1]], limit: most, fields: ['_id'] })
  if (found.length > 0) await store.remove('inbox', { _id: { in: found.map(({ _id }) => _id) } })
  return found.length
}

/** Messages of before, and what was sent, with its attempts; at most `most` of each. */
export async function removeOldMessages(store: DocumentStore, institutionId: string, asked: Asked): Promise<{ messages: number; deliveries: number; more: boolean }> {
  const [messages, deliveries] = [await removeInbox(store, institutionId, asked), await removeDeliveries(store, institutionId, asked)]
  return { messages, deliveries, more: messages >= asked.most || deliveries >= asked.most }
}
