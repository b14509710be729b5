import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'

/** One message as it left for a person. */
export interface Message {
  id: string
  channel: 'sms' | 'official-account' | 'subscribe-message' | 'employee-message'
  /** Phone number, or openid of the channel's account. */
  to: string
  /** Emulated instant, ISO. */
  at: string
  text?: string
  fields?: Record<string, string>
  templateId?: string
  /** What the provider answered as the message's id. */
  providerId: string
  /** Where a tap leads. */
  page?: string
  url?: string
  sign?: string
  parameters?: string[]
  /** SMS: the SessionContext of the request, which a status report repeats. Template message: its `client_msg_id`. */
  context?: string
}

export interface Outbox {
  add(message: Omit<Message, 'id'>): Message
  list(): Message[]
  clear(): void
}

const readLines = (file: string): Message[] => {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Message]
    } catch {
      return []
    }
  })
}

/** Kept in `file`, one line per message, so that it outlives the process. */
export const openOutbox = (file: string): Outbox => {
  let messages = readLines(file)
  let count = messages.length
  return {
    add: (entry) => {
      count += 1
      const message: Message = { id: `m${count}`, ...entry }
      messages.push(message)
      appendFileSync(file, `${JSON.stringify(message)}\n`)
      return message
    },
    list: () => [...messages],
    clear: () => {
      messages = []
      rmSync(file, { force: true })
    },
  }
}
