import { resolve } from 'node:path'
import { migrateAll } from '../cloud/migrations'
import { schema } from '../cloud/schema'
import webHeaders from '../config/web-headers.json'
import { SMS_TEMPLATES } from '../domain/reminder/render'
import { startEmulator, type Emulator } from '../emulator/emulator'
import type { EmulatorOptions } from '../emulator/options'
import { seedHospital } from './hospital'
import { indexedStore } from './indexed-store'
import { MINI_APP_ID, OFFICIAL_APP_ID } from './people'

/** Keys of the pretend cloud; production sets its own as environment variables of the functions. */
const keys = { CODE_KEY: 'loopback-code', SESSION_KEY: 'loopback-session', DELIVER_KEY: 'loopback-deliver', ADDRESS_KEY: 'loopback-address', SECRETS_KEY: 'loopback-secrets' }
const officialAccount = { officialAppId: OFFICIAL_APP_ID, officialSecret: 'loopback-official', pushToken: 'loopbackpush', pushAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' }
const miniProgram = { miniAppId: MINI_APP_ID, miniSecret: 'loopback-mini' }
const SMS_TEMPLATE_ID = '1000001'
const SMS_DIGEST_TEMPLATE_ID = '1000002'
const sms = { secretId: 'loopback-id', secretKey: 'loopback-key', templates: { [SMS_TEMPLATE_ID]: SMS_TEMPLATES.one, [SMS_DIGEST_TEMPLATE_ID]: SMS_TEMPLATES.many } }
const OFFICIAL_TEMPLATE_ID = 'demo-official-expiry'
const SUBSCRIBE_TEMPLATE_ID = 'demo-subscribe-expiry'
/** As a phone shows them; which key says what is domain/reminder/wechat-layout. */
const templates = {
  [OFFICIAL_TEMPLATE_ID]: { title: '证件到期提醒', fields: { thing1: '设备名称', time2: '到期时间', thing3: '备注' } },
  [SUBSCRIBE_TEMPLATE_ID]: { title: '证件到期提醒', fields: { thing1: '设备名称', time2: '到期时间', character_string3: '证件编号', thing4: '备注' } },
}

const environmentOf = (base: string): Record<string, Record<string, string>> => {
  const app = { MINI_APP_IDS: MINI_APP_ID, SUBSCRIBE_TEMPLATE_ID, WEB_ORIGIN: base }
  const channels = {
    WECHAT_API: base, OFFICIAL_APP_ID, OFFICIAL_APP_SECRET: officialAccount.officialSecret, OFFICIAL_TEMPLATE_ID,
    MINI_APP_ID, MINI_APP_SECRET: miniProgram.miniSecret,
    SMS_ENDPOINT: base, SMS_SECRET_ID: sms.secretId, SMS_SECRET_KEY: sms.secretKey, SMS_APP_ID: '1400000000', SMS_SIGN: '医疗机构测试1',
    SMS_TEMPLATE_ID, SMS_DIGEST_TEMPLATE_ID,
  }
  const push = { PUSH_TOKEN: officialAccount.pushToken, PUSH_AES_KEY: officialAccount.pushAesKey }
  const own = { ADDRESS_KEY: keys.ADDRESS_KEY, SECRETS_KEY: keys.SECRETS_KEY }
  return {
    api: { ...keys, ...app, ...channels, ...push },
    remind: { DELIVER_KEY: keys.DELIVER_KEY },
    deliver: { DELIVER_KEY: keys.DELIVER_KEY, SECRETS_KEY: keys.SECRETS_KEY, ...app, ...channels },
    sweep: { SECRETS_KEY: keys.SECRETS_KEY, ...app, ...channels },
    // Without the template the environment has no mini-program, and its pushes would be nobody's.
    wechat: { ...own, SUBSCRIBE_TEMPLATE_ID, ...channels, ...push },
  }
}

export interface HospitalOptions {
  dataFolder: string
  /** Built web edition to serve at `/`. */
  webFolder?: string
  port?: number
  /** Freezes the clock from the start. */
  now?: Date
  onNotice?: (sentence: string) => void
  /** Variables of the functions in place of the demo's; for a test. */
  environment?: Record<string, string>
  /** false: the hospital, its departments, people, accounts and devices, but no certificates. */
  demo?: boolean
}

/** The whole product on loopback: the emulator with this product's schema, functions, routes, settings and demo data. Data of an earlier version are brought forward first. */
export const startHospital = async (options: HospitalOptions): Promise<Emulator> => {
  const emulator = await startEmulator(optionsOf(options))
  await migrateAll(indexedStore(emulator.store))
  return emulator
}

const replaced = (environments: Record<string, Record<string, string>>, by: Record<string, string>): Record<string, Record<string, string>> =>
  Object.fromEntries(Object.entries(environments).map(([name, variables]) => [name, { ...variables, ...by }]))

const optionsOf = (options: HospitalOptions): EmulatorOptions => ({
  ...options,
  schema,
  webHeaders,
  functionsFolder: resolve('dist/cloudfunctions'),
  functionEnvironment: (base) => replaced(environmentOf(base), options.environment ?? {}),
  routes: { '/api': 'api', '/wechat': 'wechat' },
  clientCallable: ['api'],
  seed: (demo, now) => seedHospital(demo && options.demo !== false, now),
  wechat: { ...officialAccount, ...miniProgram, pushUrlPath: '/wechat', templates },
  sms,
})
