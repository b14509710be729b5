import type { DocumentStore } from '../../../cloud/ports'
import { writeNotices, type Notice } from '../../../cloud/repositories/inbox-write'
import type { Outcome } from '../../../domain/reminder/outcome'
import { renderHome } from '../../../domain/reminder/render'
import { failed, type Channel, type Message } from './channel'

interface Waiting { notice: Notice; answer(outcome: Outcome): void }

const noticeOf = ({ institutionId, accountId, deliveryId, at, occasion }: Message): Notice =>
  ({ institutionId, accountId, deliveryId, at, ...renderHome(occasion) })

/**
 * 电脑首页通知 (S43): a notice in the reader's 消息. What is sent in the same turn is written in one batch. A notice is written once
 * however often it is tried, so a database that does not answer is simply tried again.
 */
export function homeChannel(store: DocumentStore): Channel {
  let waiting: Waiting[] = []
  const flush = async (): Promise<void> => {
    const batch = waiting
    waiting = []
    const outcome: Outcome = await writeNotices(store, batch.map(({ notice }) => notice)).then(
      () => ({ ok: true, providerId: '' }),
      () => failed('transient', 'inbox.unavailable'),
    )
    batch.forEach(({ answer }) => answer(outcome))
  }
  return {
    async send(message) {
      const notice = noticeOf(message)
      return new Promise((answer) => {
        waiting.push({ notice, answer })
        if (waiting.length === 1) setImmediate(() => void flush())
      })
    },
  }
}
