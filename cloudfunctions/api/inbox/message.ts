import type { InboxMessage } from '../../../contract/inbox'
import { isSettled } from '../../../domain/inbox/message'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import type { DocumentStore } from '../../../cloud/ports'
import { certificatesByIds, type CertificateDoc } from '../../../cloud/repositories/certificates'
import type { InboxDoc } from '../../../cloud/repositories/inbox'

type Item = InboxMessage['items'][number]

const viewed = (message: InboxDoc, certificates: ReadonlyMap<string, CertificateDoc>, today: CivilDay): InboxMessage => ({
  id: message._id,
  at: message.at.toISOString(),
  title: message.title,
  text: message.text,
  items: message.items.map(({ certificateId, cycle, text, expiresOn }): Item => ({
    certificateId, text, expiresOn: expiresOn ?? today, settled: isSettled({ cycle }, certificates.get(certificateId) ?? null, today),
  })),
  readAt: message.readAt?.toISOString() ?? null,
  ...(message.submissionId !== undefined && { submissionId: message.submissionId }),
})

/** Messages as they read today: what was handled, renewed or revoked since is settled. */
export async function inboxMessages(store: DocumentStore, messages: readonly InboxDoc[], today: CivilDay): Promise<InboxMessage[]> {
  const [first] = messages
  if (!first) return []
  const ids = [...new Set(messages.flatMap(({ items }) => items.map(({ certificateId }) => certificateId)))]
  const certificates = new Map((await certificatesByIds(store, first.institutionId, ids)).map((doc) => [doc._id, doc]))
  return messages.map((message) => viewed(message, certificates, today))
}
