import type { MediaCheckState } from '../domain/attachment/media-check'

/**
 * What WeChat's content check was asked of an uploaded picture, and what it said; `_id` is its trace, or an id of ours when it could not be asked.
 * `code`: its errcode or label. `keepUntil` null: for good, because it hides the picture.
 */
export interface MediaCheckDoc {
  _id: string; schema: 1; institutionId: string
  accountId: string; attachmentId: string; name: string; appId: string
  state: MediaCheckState; code: string; at: Date; keepUntil: Date | null
  /** Of `early` alone: what came before we had written down what we asked. */
  verdict?: { state: 'passed' | 'review' | 'risky' | 'failed'; code: string }
}
