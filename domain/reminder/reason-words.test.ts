import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OFFICIAL_ACCOUNT_CODES, SMS_CODES, SUBSCRIBE_MESSAGE_CODES } from './provider-codes'
import { reasonWords } from './reason-words'

/** Rooms in which reasons are written down. */
const ROOMS = ['cloudfunctions/deliver', 'cloudfunctions/wechat', 'cloud/gateways', 'domain/reminder']
/** Strings of these files are no reasons of a delivery. */
const OTHERS = /\.(test|spec)\.ts$|reason-words/

const sources = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const path = join(folder, entry.name)
  if (entry.isDirectory()) return sources(path)
  return entry.name.endsWith('.ts') && !OTHERS.test(entry.name) ? [readFileSync(path, 'utf8')] : []
})
const found = (text: string, shape: RegExp): string[] => [...text.matchAll(shape)].map((match) => match[1] ?? '')
/** Events of the log and comments are no reasons either. */
const source = ROOMS.flatMap(sources).join('\n').replace(/log\.(info|error)\('[^']*'/g, '')
const code = source.replace(/\/\*\*[\s\S]*?\*\//g, '')

/** What is said where a type names a reason: `| 'a' | 'b'` of the closed sets. */
const closedSets = (names: readonly string[]): string[] => names.flatMap((name) => {
  const [, body = ''] = new RegExp(`export type ${name} =([\\s\\S]*?)\\n\\n`).exec(source) ?? []
  return found(body.replace(/\/\*\*[\s\S]*?\*\//g, ''), /'([a-z-]+)'/g)
})

/** A pattern's alternatives, each as a code that it matches. */
const spread = (text: string): string[] => {
  const alternatives = /\(([^()]*)\)/.exec(text)
  if (!alternatives) return [text.endsWith('.') ? `${text}Anything` : text]
  return (alternatives[1] ?? '').split('|').flatMap((each) => spread(text.replace(alternatives[0], each.replace('$', ''))))
}

const isChinese = (words: string | null): boolean => words !== null && /[\u4e00-\u9fff]/.test(words) && !words.includes('原因代码')

test('B7: every reason that the engine can store has Chinese words: its own', () => {
  const reasons = closedSets(['CertificateHold', 'Unreachable', 'HoldReason', 'DropReason'])
  expect(reasons.length).toBeGreaterThan(30)
  expect(reasons.filter((reason) => !isChinese(reasonWords(reason)))).toEqual([])
  const planned = found(code, /reason: Unreachable \| ([^}]*) \}/g).flatMap((set) => found(set, /'([a-z-]+)'/g))
  expect(planned).toEqual(expect.arrayContaining(['quiet-hours', 'slowed-down', 'already-told-today']))
  expect(planned.filter((reason) => !isChinese(reasonWords(reason)))).toEqual([])
})

test('B7: … and every dotted one of a channel, a gateway or a push', () => {
  const dotted = found(code, /['`]((?:sms|wechat|http|channel|claim|inbox|official-account|subscribe-message)\.[a-z-]+[^'`\s]*)['`]/g)
  const reasons = dotted.map((each) => each.replace(/\$\{[^}]*\}/g, '500'))
  expect(reasons).toEqual(expect.arrayContaining(['sms.daily-cap', 'sms.person-cap', 'official-account.blocked', 'official-account.system-failed', 'http.timeout', 'wechat.http-500', 'claim.expired']))
  expect(reasons.filter((reason) => !isChinese(reasonWords(reason)))).toEqual([])
})

test('B7: … and every code of a provider, documented or of a known family', () => {
  const wechat = [...Object.keys(OFFICIAL_ACCOUNT_CODES), ...Object.keys(SUBSCRIBE_MESSAGE_CODES)]
  const tencent = SMS_CODES.flatMap(([shape]) => spread(shape.source.replace(/^\^|\$$/g, '').replace(/\\/g, '')))
  expect(tencent).toEqual(expect.arrayContaining(['FailedOperation.PhoneNumberInBlacklist', 'LimitExceeded', 'UnsupportedRegion.Anything']))
  const all = [...wechat, ...tencent, '49999', 'LimitExceeded.AppDailyLimit', 'subscribe-message.43101', 'sms.receipt.MK:0001', 'sms.receipt.UNKNOWN', 'wechat.http-502']
  expect(all.filter((reason) => !isChinese(reasonWords(reason)))).toEqual([])
})

test('what nobody knows is not made up', () => {
  expect(reasonWords('sms.isp.99')).toBeNull()
  expect(reasonWords('')).toBeNull()
})
