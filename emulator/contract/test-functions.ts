import type { TestFunction } from '../testing/bench'

const openapi = `
const cloud = wechat()
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async (event) => {
  const { api, args } = event.body ? JSON.parse(event.body) : event
  const [group, name] = api.split('.')
  return cloud.openapi[group][name](args).then((answer) => answer, (error) => ({ errCode: error.errCode }))
}`

const ticking = (name: string): string => `exports.main = async (event, context) => {
  const { TCB_SOURCE, TRIGGER_SRC, WX_OPENID } = JSON.parse(context.environment)
  await open().database().collection('contract_things').add({ name: '${name}', at: new Date(), event, source: TCB_SOURCE || null, trigger: TRIGGER_SRC || null, openid: WX_OPENID || null })
}`

const timer = (config: string): Record<string, unknown> => ({ triggers: [{ name: 'tick', type: 'timer', config, message: 'hello' }] })

/** The functions that the facts call; each is as small as its fact. */
export const TEST_FUNCTIONS: Readonly<Record<string, TestFunction>> = {
  echo: { code: 'exports.main = async (event) => event' },
  facts: { code: 'exports.main = async (event, context) => ({ event, context, environment: JSON.parse(context.environment || "{}"), user: open().auth().getUserInfo() })' },
  seen: { code: 'exports.main = async () => ({ openid: process.env.WX_OPENID || null })' },
  outer: { code: 'exports.main = async () => (await open().callFunction({ name: "facts", data: {} })).result' },
  nothing: { code: 'exports.main = async () => undefined' },
  closed: { code: 'exports.main = async () => 1' },
  failing: { code: 'exports.main = async () => { throw new Error("on purpose") }' },
  slow: { code: 'exports.main = async () => new Promise((resolve) => setTimeout(resolve, 1300, "late"))', config: { timeout: 1 } },
  greedy: { code: 'exports.main = async () => { const all = []; for (let n = 0; n < 100; n += 1) all.push(new Array(2e5).fill(n + 0.5)); return all.length }', config: { memorySize: 32 } },
  large: { code: 'exports.main = async () => "x".repeat(6 * 1024 * 1024 + 1)' },
  counting: { code: 'let calls = 0; exports.main = async () => (calls += 1)' },
  instance: { code: 'const id = Math.random(); exports.main = async () => { await new Promise((resolve) => setTimeout(resolve, 50)); return id }' },
  mirror: { code: 'exports.main = async (event, context) => ({ statusCode: 201, headers: { "content-type": "application/json", "x-mine": "1" }, body: JSON.stringify({ event, environment: JSON.parse(context.environment) }) })' },
  picture: { code: 'exports.main = async (event) => ({ statusCode: 200, isBase64Encoded: true, headers: { "content-type": "image/png" }, body: event.body })' },
  words: { code: 'exports.main = async () => "words"' },
  minutely: { code: ticking('minutely'), config: timer('0 * * * * * *') },
  morning: { code: ticking('morning'), config: timer('0 0 8 * * * *') },
  either: { code: ticking('either'), config: timer('0 0 12 5 * 1 *') },
  permitted: { code: openapi, config: { permissions: { openapi: ['subscribeMessage.send'] } } },
  unpermitted: { code: openapi },
  wechat: {
    code: `
const cloud = wechat()
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ what }) => {
  if (what === 'context') return cloud.getWXContext()
  const db = cloud.database()
  const failing = {
    missing: () => db.collection('nowhere').get(),
    duplicate: async () => { await db.collection('contract_things').add({ data: { _id: 'w' } }); return db.collection('contract_things').add({ data: { _id: 'w' } }) },
    retries: async () => {
      let runs = 0
      await db.collection('contract_things').add({ data: { _id: 'w', n: 0 } })
      const other = await db.startTransaction()
      await other.collection('contract_things').doc('w').update({ data: { n: 1 } })
      const ended = await db.runTransaction(async (transaction) => { runs += 1; await transaction.collection('contract_things').doc('w').update({ data: { n: 2 } }) }).then(() => 'done', () => 'failed')
      await other.rollback()
      return { runs, ended }
    },
  }
  return failing[what]().then((answer) => answer, (error) => ({ errCode: error.errCode }))
}`,
  },
}

export const ROUTES: Readonly<Record<string, string>> = { '/mirror': 'mirror', '/mirror/picture': 'picture', '/words': 'words', '/value': 'echo', '/failing': 'failing', '/open': 'permitted' }
