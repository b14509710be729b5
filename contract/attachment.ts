import * as v from 'valibot'
import { ATTACHMENT_TYPES } from '../domain/attachment/attachment'
import { PRINTED_FIELDS } from '../domain/certificate/printed-field'
import { UPLOADS } from './hourly'
import { command, query } from './operation'
import { count, done, id, instant, text } from './shapes'

export const mediaType = v.picklist(ATTACHMENT_TYPES)
/** `url` is temporary (10 minutes at most); ask again for a fresh one. `hidden`: a picture that did not pass WeChat's content check; its `url` is ''. */
export const attachmentView = v.strictObject({ id, name: v.string(), type: mediaType, bytes: count, url: v.string(), hidden: v.optional(v.literal(true)) })
export type AttachmentView = v.InferOutput<typeof attachmentView>

/**
 * Issues a staging path for one file. `way` 'cloud': the mini-program uploads with wx.cloud.uploadFile to `path`;
 * 'put': the browser PUTs to `put.url` with `put.headers`. Failures: attachment.too-large {maxBytes}, attachment.type-not-allowed.
 */
export const beginAttachment = command('attachment.begin', {
  input: v.strictObject({ name: text(200), bytes: count, type: text(100), way: v.picklist(['cloud', 'put']) }),
  output: v.strictObject({ id, path: v.string(), put: v.nullable(v.strictObject({ url: v.string(), headers: v.record(v.string(), v.string()) })) }),
  may: 'attachment.write',
  hourly: UPLOADS,
})

/** Checks size, leading bytes and pixels of what arrived. Failures: attachment.not-arrived, attachment.too-large, attachment.not-what-it-says, attachment.too-many-pixels. */
export const confirmAttachment = command('attachment.confirm', {
  input: v.strictObject({ id }),
  output: v.strictObject({ attachment: attachmentView, confirmedAt: instant }),
  may: 'attachment.write',
})

/**
 * What a photo of one's own, not saved yet, seems to say (B15); nothing is filled in before somebody confirms it.
 * Failures: attachment.text-off, attachment.text-quota, attachment.text-enough {limit}, attachment.text-failed {code}, attachment.text-no-photo.
 */
export const readPrintedText = query('attachment.read-text', {
  input: v.strictObject({ id }),
  output: v.strictObject({ proposals: v.array(v.strictObject({ field: v.picklist(PRINTED_FIELDS), value: v.string(), from: v.string() })) }),
  may: 'attachment.write',
})

/** Drops a staged file that was not saved with a certificate yet. */
export const discardAttachment = command('attachment.discard', { input: v.strictObject({ id }), output: done, may: 'attachment.write' })
