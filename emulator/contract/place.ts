import tcb from '@cloudbase/node-sdk'
import { platformEnvironment } from '../functions/environment'
import { startBench } from '../testing/bench'
import { KEYED, siteOf, THINGS, type Site } from './site'
import { ROUTES, TEST_FUNCTIONS } from './test-functions'

/** Where the suite runs, begun once for all facts. */
export interface Place {
  site: Site
  /** Takes all documents away, and what an open transaction holds. */
  empty(): Promise<void>
  close(): Promise<void>
}

const SCHEMA = {
  [THINGS]: {},
  [KEYED]: {
    indexes: [
      { name: 'code', fields: [['code', 1]], unique: true },
      { name: 'tags', fields: [['tags', 1]], unique: true },
      { name: 'shelf_place', fields: [['shelf', 1], ['place', 1]], unique: true },
      { name: 'left_right', fields: [['left', 1], ['right', 1]] },
    ],
  },
} as const

const inEmulator = async (): Promise<Place> => {
  const bench = await startBench({
    functions: TEST_FUNCTIONS,
    clientCallable: Object.keys(TEST_FUNCTIONS).filter((name) => name !== 'closed').concat('nobody'),
    routes: ROUTES,
    schema: SCHEMA,
    transactions: { lifeMs: 1500, waitMs: 300 },
    now: new Date('2024-08-01T00:30:00Z'),
    wechat: { miniAppId: 'wxmini', miniSecret: 'm', officialAppId: 'wxofficial', officialSecret: 'o', pushToken: 't', pushUrlPath: '/push' },
    seed: async () => ({ collections: {}, wechatUsers: [{ openid: 'zhang', unionid: 'union-zhang', name: 'Zhang', follows: false }] }),
  })
  Object.assign(process.env, platformEnvironment(bench.emulator.base, 'contract'))
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
  return { site: siteOf(app, bench), empty: () => bench.emulator.store.clear(), close: () => bench.close() }
}

const nothing = (): Promise<void> => Promise.resolve()

/** `CONTRACT_ENV` names a real environment; `TENCENTCLOUD_SECRETID` and `TENCENTCLOUD_SECRETKEY` open it. */
const inCloud = (env: string): Promise<Place> => {
  const app = tcb.init({ env, secretId: process.env.TENCENTCLOUD_SECRETID, secretKey: process.env.TENCENTCLOUD_SECRETKEY })
  return Promise.resolve({ site: siteOf(app), empty: nothing, close: nothing })
}

export const openPlace = (): Promise<Place> => (process.env.CONTRACT_ENV === undefined ? inEmulator() : inCloud(process.env.CONTRACT_ENV))
