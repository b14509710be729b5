import { recordVerdict, type Verdict } from '../../../cloud/repositories/media-checks'
import { verdictOf } from '../../../domain/attachment/media-check'
import type { PushFields } from '../push-body'
import type { EventHandler, PushEvent } from './event'

const LONGEST = 128

function verdictIn({ fields, list }: Pick<PushEvent, 'fields' | 'list'>): Verdict {
  const of = (from: PushFields | undefined, name: string): string => (from?.get(name) ?? '').slice(0, 20)
  const errcode = of(fields, 'errcode')
  const state = verdictOf({ errcode, suggest: of(list[0], 'suggest') })
  return { state, code: state === 'failed' ? errcode : of(list[0], 'label') }
}

/** WeChat has looked at a picture (`wxa_media_check`). `result` is absent when it could not: then `errcode` says why. */
export const mediaChecked: EventHandler = async ({ key, fields, list }, { store, clock, miniAppId }) => {
  const traceId = fields.get('trace_id') ?? ''
  if (traceId === '' || traceId.length > LONGEST || miniAppId === '') return
  await recordVerdict(store, { key, at: clock.now() }, { traceId, appId: miniAppId, verdict: verdictIn({ fields, list }) })
}
