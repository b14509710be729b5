import { createHash, createHmac } from 'node:crypto'
import type { AccountDoc, CertificateDeviceDoc, CertificateDoc, Collection, Documents, FollowerDoc, SubscriptionCreditDoc, WechatLinkDoc } from '../documents'
import type { Clock, Ports, ProviderReply, Providers } from '../ports'
import type { WechatWay } from '../../domain/reminder/channel'
import { DEFAULT_TEMPLATE } from '../../domain/certificate/default-template'
import { nextSendAt } from '../../domain/reminder/plan'
import { nodeSecretBox } from '../secret-box'
import { memoryStore, type MemoryStore } from './memory-store'

export const INSTITUTION = 'inst'
export const OFFICIAL = 'wx-official'
export const MINI = 'wx-mini'
export const TEMPLATE = 'tmpl'

const editable = (at: Date) => ({ institutionId: INSTITUTION, version: 1, createdBy: 'acc-zhang', createdAt: at, updatedBy: 'acc-zhang', updatedAt: at })

export const account = (id: string, over: Partial<AccountDoc> = {}): AccountDoc => ({
  _id: id, schema: 1, institutionId: INSTITUTION, loginName: id, name: id, role: 'staff', departmentId: 'dept', personId: null, phone: '13800000001',
  passwordHash: '', active: true, lockout: { failures: 0, lockedUntil: null }, ...over,
})

export const link = (accountId: string): WechatLinkDoc => ({
  _id: `${MINI}:o-${accountId}`, schema: 1, institutionId: INSTITUTION, accountId, appId: MINI, openid: `o-${accountId}`, unionid: `u-${accountId}`, boundAt: new Date(0),
})

export const follower = (accountId: string): FollowerDoc => ({
  _id: `${OFFICIAL}:f-${accountId}`, schema: 1, appId: OFFICIAL, openid: `f-${accountId}`, unionid: `u-${accountId}`, followedAt: new Date(0),
})

export const credit = (accountId: string, remaining: number): SubscriptionCreditDoc => ({
  _id: `${accountId}:${TEMPLATE}`, schema: 1, institutionId: INSTITUTION, accountId, templateId: TEMPLATE, remaining, granted: remaining, sent: 0,
})

/** As 张三 saved it at `savedAt`: with its next instant already computed. */
export function certificate(id: string, over: Partial<CertificateDoc>, savedAt: Date): CertificateDoc {
  const doc: CertificateDoc = {
    _id: id, schema: 1, ...editable(savedAt), typeId: 'device-operator', cycle: 1, personId: null, issuer: '', number: 'C000000001', holderName: '李四', gender: null,
    birthMonth: null, title: '', operableDevice: '', issuedOn: null, validFrom: null, expiresOn: '2025-01-31', warnFrom: '2024-08-04', longTerm: false, leadDays: 180, sendTime: '10:00:00',
    description: '', attachments: [], deviceIds: ['dev-1', 'dev-2'], departmentIds: ['dept'], channels: { home: true, sms: true, wechat: true },
    relatedRoles: ['creator'], recipientIds: [], template: DEFAULT_TEMPLATE, createdByName: '张三', updatedByName: '张三', handling: null,
    reminder: { nextAt: null, holdReason: null, toldOn: null }, tokens: [], ...over,
  }
  const next = nextSendAt({ ...doc, toldOn: doc.reminder.toldOn }, savedAt)
  return { ...doc, reminder: { ...doc.reminder, nextAt: next.at, holdReason: next.at === null ? next.reason : null } }
}

export const rowsOf = (doc: CertificateDoc): CertificateDeviceDoc[] => doc.deviceIds.map((deviceId) => ({
  _id: `${doc._id}:${deviceId}`, schema: 2, institutionId: INSTITUTION, certificateId: doc._id, typeId: doc.typeId, deviceId, deviceCode: deviceId, deviceName: `裂隙灯${deviceId.slice(-1)}`,
  deviceType: '', deviceModel: '', unit: '', departmentId: 'dept', departmentName: '眼科', number: doc.number, holderName: doc.holderName, title: doc.title,
  expiresOn: doc.expiresOn, validFrom: '', longTerm: doc.longTerm, leadDays: doc.leadDays, sendTime: doc.sendTime, handling: doc.handling, tokens: [],
}))

export interface Sent { way: 'sms' | WechatWay; to: string; key: string; params: unknown }

/** Providers that remember what arrived; `answer` may refuse. */
export interface FakeProviders { sent: Sent[]; answer(sent: Sent): ProviderReply | Promise<ProviderReply>; providers: Providers }

export function fakeProviders(): FakeProviders {
  const fake: FakeProviders = {
    sent: [],
    answer: () => ({ kind: 'accepted', providerId: 'p' }),
    providers: {
      sms: { send: ({ phone, params, context }) => take({ way: 'sms', to: phone, key: context, params }) },
      officialAccount: { appId: OFFICIAL, send: ({ openid, fields, messageId }) => take({ way: 'official-account', to: openid, key: messageId, params: fields }) },
      subscribeMessage: { appId: MINI, templateId: TEMPLATE, send: ({ openid, fields }) => take({ way: 'subscribe-message', to: openid, key: '', params: fields }) },
    },
  }
  const take = async (sent: Sent): Promise<ProviderReply> => {
    const reply = await fake.answer(sent)
    if (reply.kind === 'accepted') fake.sent.push(sent)
    return reply
  }
  return fake
}

export interface Bench extends Pick<Ports, 'chance' | 'secrets' | 'log' | 'lines' | 'box'> { providers: Providers; store: MemoryStore; fake: FakeProviders; clock: Clock & { set(now: Date): void; pass(ms: number): void }; logged: string[] }

/** The ports of `deliver` in memory, at a clock that stands until it is set. */
export function bench(now: Date, seed: Partial<{ [C in Collection]: ReadonlyArray<Documents[C]> }>): Bench {
  const fake = fakeProviders()
  const logged: string[] = []
  let [civil, elapsed, ids] = [now, 0, 0]
  const lines = { providers: fake.providers, followers: null, phones: null, miniCodes: null, push: null }
  const write = (event: string, facts: Record<string, unknown> = {}): void => { logged.push(JSON.stringify({ event, ...facts })) }
  return {
    store: memoryStore(seed), fake, providers: fake.providers, logged,
    clock: { now: () => civil, elapsed: () => elapsed, set: (to) => { civil = to }, pass: (ms) => { elapsed += ms } },
    chance: { newId: () => `id-${(ids += 1)}`, bytes: (count) => new Uint8Array(count) },
    secrets: {
      hashPassword: () => Promise.resolve(''), checkPassword: () => Promise.resolve(false),
      sign: (purpose, text) => createHmac('sha256', purpose).update(text).digest('hex'),
      sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    },
    log: { info: write, error: write },
    box: nodeSecretBox({ SECRETS_KEY: 'bench' }),
    lines: { shared: lines, of: () => Promise.resolve(lines), as: () => lines },
  }
}

/** 张三 of the guide: bound, following, with a phone. */
export const zhang = { accounts: [account('acc-zhang')], wechat_links: [link('acc-zhang')], followers: [follower('acc-zhang')] }
