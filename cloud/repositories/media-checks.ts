import { hiddenNotice, UNANSWERED_MINUTES, type MediaCheckState } from '../../domain/attachment/media-check'
import { plusMinutes } from '../../domain/kernel/civil-day'
import type { MediaCheckDoc } from '../media-check-doc'
import type { DocumentStore, Transaction } from '../ports'
import { isStoreError } from '../store-error'
import { ofInstitution } from './of-institution'
import type { Pushed } from './wechat-followers'

/** One picture that was confirmed. */
export type Pictured = Pick<MediaCheckDoc, 'institutionId' | 'accountId' | 'attachmentId' | 'name' | 'appId'>
export interface Verdict { state: Extract<MediaCheckState, 'passed' | 'review' | 'risky' | 'failed'>; /** WeChat's errcode or label. */ code: string }

const DAY = 24 * 60
/** What is not hidden is only counted: by the health of the last day. */
const KEPT_MINUTES = 30 * DAY

const NOBODYS: Pictured = { institutionId: '', accountId: '', attachmentId: '', name: '', appId: '' }

/** A hidden one is kept for good: it is what hides the picture. */
const keepUntil = (state: MediaCheckState, at: Date): Date | null => (state === 'risky' ? null : plusMinutes(at, KEPT_MINUTES))

async function settle(tx: Transaction, doc: MediaCheckDoc, { state, code }: Verdict): Promise<void> {
  await tx.set('media_checks', { ...doc, state, code, keepUntil: keepUntil(state, doc.at) })
  if (state !== 'risky') return
  const { _id, institutionId, accountId, at, name } = doc
  const id = `media-check:${_id}`
  await tx.set('inbox', { _id: id, schema: 1, institutionId, accountId, deliveryId: id, at, items: [], readAt: null, ...hiddenNotice(name) })
}

/** What could not be asked. */
export const keepUnasked = (store: DocumentStore, picture: Pictured, { id, state, code, at }: { id: string; state: 'failed' | 'skipped'; code: string; at: Date }): Promise<void> =>
  store.add('media_checks', [{ _id: id, schema: 1, ...picture, state, code, at, keepUntil: keepUntil(state, at) }])

/** What was asked, under its trace; a verdict that was faster is taken at once. */
export const keepAsked = (store: DocumentStore, picture: Pictured, { traceId, at }: { traceId: string; at: Date }): Promise<void> => store.transaction(async (tx) => {
  const early = await tx.get('media_checks', traceId)
  const doc: MediaCheckDoc = { _id: traceId, schema: 1, ...picture, state: 'asked', code: '', at, keepUntil: keepUntil('asked', at) }
  if (early?.state === 'early' && early.verdict && early.appId === picture.appId) return settle(tx, doc, early.verdict)
  return tx.set('media_checks', doc)
})

/**
 * The verdict on what was asked under a trace, once however often it is pushed. Of a trace that nobody knows it only notes the verdict, for whoever
 * is just writing down that he asked; another mini-program's trace is none of its business.
 */
export async function recordVerdict(store: DocumentStore, { key, at }: Pushed, { traceId, appId, verdict }: { traceId: string; appId: string; verdict: Verdict }): Promise<void> {
  try {
    await store.transaction(async (tx) => {
      await tx.add('wechat_events', { _id: key, schema: 1, at })
      const asked = await tx.get('media_checks', traceId)
      if (asked === null) await tx.add('media_checks', { _id: traceId, schema: 1, ...NOBODYS, appId, state: 'early', code: '', verdict, at, keepUntil: plusMinutes(at, DAY) })
      else if (asked.appId === appId && (asked.state === 'asked' || asked.state === 'failed')) await settle(tx, asked, verdict)
    })
  } catch (thrown) {
    if (!isStoreError(thrown, 'duplicate')) throw thrown
  }
}

/** Ids that one question may hold. */
const AT_ONCE = 500

/** Which of these attachments are hidden. One question for hundreds, and none where there is no picture. */
export async function hiddenAmong(store: DocumentStore, institutionId: string, parts: ReadonlyArray<{ id: string; type: string }>): Promise<ReadonlySet<string>> {
  const ids = [...new Set(parts.filter(({ type }) => type.startsWith('image/')).map(({ id }) => id))]
  const hidden = new Set<string>()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    const found = await store.find('media_checks', { ...ofInstitution(institutionId), state: 'risky', attachmentId: { in: some } }, { limit: some.length, fields: ['attachmentId'] })
    found.forEach(({ attachmentId }) => hidden.add(attachmentId))
  }
  return hidden
}

/** Pictures of the last day that nobody looked at: the check failed, or its answer never came. `code`: of the latest failure, '' when only answers are missing. */
export async function uncheckedLately(store: DocumentStore, institutionId: string, now: Date): Promise<{ photos: number; code: string }> {
  const own = ofInstitution(institutionId)
  const [from, answered] = [plusMinutes(now, -DAY), plusMinutes(now, -UNANSWERED_MINUTES)]
  const [failed, missing] = await Promise.all([
    store.tally('media_checks', { ...own, state: 'failed', at: { from } }, { by: ['code'], latest: 'at', limit: 100 }),
    store.count('media_checks', { ...own, state: 'asked', at: { from, to: answered } }),
  ])
  const [last] = [...failed].sort((a, b) => Number(b.latest) - Number(a.latest))
  return { photos: failed.reduce((sum, { count }) => sum + count, missing), code: last?.key[0] ?? '' }
}
