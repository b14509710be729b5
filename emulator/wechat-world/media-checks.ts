import { randomUUID } from 'node:crypto'
import type { PushEvent } from './push'

/** One picture or sound that WeChat was asked to look at. */
export interface MediaCheck { traceId: string; openid: string; url: string; mediaType: number; scene: number; at: string }

/** 100 is a good one; 20001 politics, 20002 erotic, 20006 crime, … (platform page mediaCheckAsync). */
export interface Verdict { suggest: 'pass' | 'review' | 'risky'; label: number }

export interface MediaChecks {
  ask(check: Omit<MediaCheck, 'traceId'>): MediaCheck
  /** Those without a result, oldest first. */
  waiting(): MediaCheck[]
  /** Takes a waiting one; undefined when there is none of that id. */
  take(traceId: string): MediaCheck | undefined
  clear(): void
}

export const createMediaChecks = (): MediaChecks => {
  const waiting = new Map<string, MediaCheck>()
  return {
    ask: (asked) => {
      const check = { ...asked, traceId: randomUUID() }
      waiting.set(check.traceId, check)
      return check
    },
    waiting: () => [...waiting.values()],
    take: (traceId) => {
      const check = waiting.get(traceId)
      waiting.delete(traceId)
      return check
    },
    clear: () => waiting.clear(),
  }
}

/** The event that tells the result, as WeChat pushes it to the mini-program's address. */
export const mediaCheckEvent = (check: MediaCheck, { suggest, label }: Verdict, appid: string): PushEvent => ({
  Event: 'wxa_media_check', FromUserName: check.openid, appid, trace_id: check.traceId, version: 2, errcode: 0, errmsg: 'ok',
  detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }], result: { suggest, label },
})
