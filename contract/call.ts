import * as v from 'valibot'

/** What travels from the app to the `api` door, by `wx.cloud.callFunction` or as the JSON body of an HTTP POST. */
export const callSchema = v.strictObject({
  operation: v.pipe(v.string(), v.regex(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/)),
  input: v.unknown(),
  /** Made anew for every tap; a repeated call with the same id gets the stored answer (24 h). */
  requestId: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/))),
})
export type Call = v.InferOutput<typeof callSchema>

/** What comes back: `now` is the server's clock (ISO, UTC); the app's today comes from it. */
export const replySchema = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.unknown(), now: v.string() }),
  v.object({ ok: v.literal(false), code: v.string(), detail: v.record(v.string(), v.unknown()), now: v.string(), requestId: v.optional(v.string()) }),
])
export type Reply = v.InferOutput<typeof replySchema>
