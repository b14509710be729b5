import type { WechatUser } from '../options'
import { ticketOf } from '../providers/official-users'
import type { Delivered, Delivery, Push } from '../wechat-world/push'
import type { World } from '../wechat-world/world'
import { refuse, textIn, type ControlCall, type ControlHandler, type ControlRoutes, type Refusal } from './routes'

type Body = ControlCall['body']

const optional = (body: Body, name: string): string | undefined => textIn(body, name) || undefined

const userOf = (body: Body): WechatUser => ({
  openid: textIn(body, 'openid'), name: textIn(body, 'name') || textIn(body, 'openid'), unionid: optional(body, 'unionid'), phone: optional(body, 'phone'),
  officialOpenid: optional(body, 'officialOpenid'), follows: body.follows === true,
})

/** `"mode": "plain"` and `"repeats"` of a body. */
export const deliveryOf = ({ mode, repeats }: Body): Delivery => ({ mode: mode === 'plain' ? 'plain' : 'aes', repeats: typeof repeats === 'number' ? Math.min(repeats, 10) : 0 })

interface Follower extends WechatUser { officialOpenid: string }
const isFollower = (user: WechatUser | undefined): user is Follower => typeof user?.officialOpenid === 'string'

/** The pretend people of WeChat and what WeChat's server pushes about them. */
export const wechatRoutes = (world: World, push: Push | undefined): ControlRoutes => {
  /** For what needs the official account: a user who has an openid there. */
  const withFollower = async (body: Body, act: (user: Follower, push: Push) => Promise<Record<string, unknown>>): Promise<Record<string, unknown> | Refusal> => {
    const user = world.byOpenid(textIn(body, 'openid'))
    if (!push) return refuse(400, 'INVALID_PARAM', 'this emulator has no WeChat settings')
    return isFollower(user) ? act(user, push) : refuse(404, 'NOT_FOUND', 'no such WeChat user with an officialOpenid')
  }
  const change = (follows: boolean): ControlHandler => ({ body }) => withFollower(body, async ({ openid, officialOpenid }, via) => {
    const user = world.setFollows(openid, follows)
    const pushed: Delivered = await via.send({ Event: follows ? 'subscribe' : 'unsubscribe', FromUserName: officialOpenid }, deliveryOf(body))
    return { user, push: pushed }
  })
  const scan: ControlHandler = ({ body }) => withFollower(body, async ({ openid, officialOpenid, follows }, via) => {
    const scene = textIn(body, 'scene')
    const event = follows ? { Event: 'SCAN', EventKey: scene } : { Event: 'subscribe', EventKey: `qrscene_${scene}` }
    const user = world.setFollows(openid, true)
    return { user, push: await via.send({ ...event, FromUserName: officialOpenid, Ticket: ticketOf(scene) }, deliveryOf(body)) }
  })
  const accept: ControlHandler = ({ body }) => {
    const [openid, templateId] = [textIn(body, 'openid'), textIn(body, 'templateId')]
    if (!openid || !templateId) return refuse(400, 'INVALID_PARAM', 'openid and templateId are wanted')
    world.grant(openid, templateId, typeof body.count === 'number' ? body.count : 1)
    return { openid, templateId, accepts: world.accepts(openid, templateId) }
  }
  return {
    'GET wechat/users': () => world.users(),
    'POST wechat/users': ({ body }) => {
      const user = userOf(body)
      if (user.openid === '') return refuse(400, 'INVALID_PARAM', 'openid is wanted')
      world.put(user)
      return user
    },
    'POST wechat/follow': change(true),
    'POST wechat/unfollow': change(false),
    'POST wechat/scan': scan,
    'POST wechat/accept': accept,
    'POST wechat/phone-code': ({ body }) => ({ code: world.phoneCode(textIn(body, 'openid')) }),
    'POST wechat/verify': async () => (push ? push.verify() : refuse(400, 'INVALID_PARAM', 'this emulator has no WeChat settings')),
  }
}
