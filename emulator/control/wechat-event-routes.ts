import type { MediaChecks, Verdict } from '../wechat-world/media-checks'
import { mediaCheckEvent } from '../wechat-world/media-checks'
import type { PrintedTexts } from '../wechat-world/printed-texts'
import type { Delivered, Push, PushEvent } from '../wechat-world/push'
import { isSubscribeKind, subscribeEvent, type SubscribeNote } from '../wechat-world/subscribe-events'
import type { World } from '../wechat-world/world'
import { isObject, refuse, textIn, textsIn, type ControlCall, type ControlRoutes, type Refusal } from './routes'
import { deliveryOf } from './wechat-routes'

export interface WechatEventsSetup { world: World; pushes: { official: Push; mini: Push } | undefined; mediaChecks: MediaChecks; printedTexts: PrintedTexts; miniAppId: string }

type Body = ControlCall['body']

const NO_WECHAT = 'this emulator has no WeChat settings'
const wrong = (message: string): Refusal => refuse(400, 'INVALID_PARAM', message)

const noteOf = (value: unknown): SubscribeNote | undefined => {
  if (!isObject(value) || textIn(value, 'templateId') === '') return undefined
  return {
    templateId: textIn(value, 'templateId'), status: textIn(value, 'status') || undefined, messageId: textIn(value, 'messageId') || undefined,
    errorCode: textIn(value, 'errorCode') || undefined,
  }
}

const subscription = (body: Body): PushEvent | undefined => {
  const notes = (Array.isArray(body.templates) ? body.templates : []).map(noteOf)
  if (!isSubscribeKind(body.kind) || notes.length === 0 || !notes.every((note) => note !== undefined)) return undefined
  return subscribeEvent(body.kind, textIn(body, 'openid'), { notes, form: body.form === 'array' ? 'array' : undefined })
}

const verdictOf = ({ suggest = 'pass', label }: Body): Verdict | undefined => {
  if (suggest !== 'pass' && suggest !== 'review' && suggest !== 'risky') return undefined
  return { suggest, label: typeof label === 'number' ? label : suggest === 'pass' ? 100 : 20001 }
}

const answerChecks = async ({ pushes, mediaChecks, miniAppId }: WechatEventsSetup, body: Body): Promise<Delivered[] | Refusal> => {
  const verdict = verdictOf(body)
  if (!pushes) return wrong(NO_WECHAT)
  if (!verdict) return wrong('suggest must be pass, review or risky')
  const wanted = textIn(body, 'traceId')
  const checks = mediaChecks.waiting().filter(({ traceId }) => wanted === '' || traceId === wanted)
  if (checks.length === 0) return refuse(404, 'NOT_FOUND', 'no such picture waits for its check')
  const delivered: Delivered[] = []
  for (const check of checks) {
    mediaChecks.take(check.traceId)
    delivered.push(await pushes.mini.send(mediaCheckEvent(check, verdict, miniAppId), deliveryOf(body)))
  }
  return delivered
}

const anyEvent = async ({ pushes }: WechatEventsSetup, body: Body): Promise<Delivered | Refusal> => {
  if (!pushes) return wrong(NO_WECHAT)
  const { event, account } = body
  if (!isObject(event) || textIn(event, 'Event') === '' || textIn(event, 'FromUserName') === '') return wrong('event must have Event and FromUserName')
  return pushes[account === 'mini' ? 'mini' : 'official'].send(event as PushEvent, deliveryOf(body))
}

/** What WeChat's server pushes about subscriptions and checked pictures, and what a picture is said to show. */
export const wechatEventRoutes = (setup: WechatEventsSetup): ControlRoutes => ({
  'POST wechat/push': ({ body }) => anyEvent(setup, body),
  'GET wechat/employ': () => setup.world.users().flatMap(({ openid }) => {
    const templateIds = setup.world.employment(openid)
    return templateIds ? [{ openid, templateIds }] : []
  }),
  'POST wechat/employ': ({ body }) => {
    const openid = textIn(body, 'openid')
    if (!setup.world.byOpenid(openid)) return refuse(404, 'NOT_FOUND', 'no such WeChat user')
    setup.world.employ(openid, body.bound === false ? undefined : textsIn(body, 'templateIds') ?? [])
    return { openid, templateIds: setup.world.employment(openid) ?? null }
  },
  'POST wechat/subscribe-event': ({ body }) => {
    const event = subscription(body)
    if (!event) return wrong('{"openid", "kind": "popup" | "change" | "sent", "templates": [{"templateId", "status"?, "messageId"?, "errorCode"?}], "form"?: "array"} is wanted')
    return setup.pushes ? setup.pushes.mini.send(event, deliveryOf(body)) : wrong(NO_WECHAT)
  },
  'GET wechat/media-checks': () => setup.mediaChecks.waiting(),
  'POST wechat/media-checks': ({ body }) => answerChecks(setup, body),
  'GET wechat/printed-text': () => setup.printedTexts.list(),
  'POST wechat/printed-text': ({ body }) => {
    const [image, lines] = [textIn(body, 'image'), textsIn(body, 'lines')]
    if (image === '' || !lines) return wrong('{"image": sha256 or end of the address, "lines": [text]} is wanted')
    setup.printedTexts.set(image, lines)
    return { image, lines }
  },
})
