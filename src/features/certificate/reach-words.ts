import type { Reach as ReachFacts } from '../../../contract/account'
import type { Channels } from '../../../domain/certificate/certificate'
import type { Because } from '../../../domain/reminder/recipients'
import { reachOf, type ChannelReach } from '../../../domain/reminder/reach'
import { CHANNEL_WORDS, ROLE_WORDS, unreachableWords } from './wording'

/** Somebody who will be told, and what is known of the ways to him; `reach` null: nothing yet. */
export interface Told {
  id: string
  name: string
  because: readonly Because[]
  reach: ReachFacts | null
}

export interface ToldWords {
  id: string
  name: string
  /** 录入人, 指定人员 … */
  because: string
  /** Channels that reach him: 首页, 短信 … */
  reached: string[]
  /** What does not reach him and why: 「微信：未关注公众号」. */
  missed: string[]
  /** 「微信还可提醒 3 次」; '' when it does not matter. */
  credits: string
  /** For the save bar: 「李四收不到微信」; '' when everything reaches him. */
  warning: string
}

const listed = (channels: readonly ChannelReach[]): string => channels.map(({ channel }) => CHANNEL_WORDS[channel]).join('、')

function creditWords(reached: readonly ChannelReach[], reach: ReachFacts): string {
  return reached.some(({ way }) => way === 'subscribe-message') ? `微信还可提醒 ${reach.wechatCredits} 次` : ''
}

function warningOf(name: string, missed: readonly ChannelReach[], all: number): string {
  if (missed.length === 0) return ''
  return missed.length === all ? `${name}收不到任何提醒` : `${name}收不到${listed(missed)}`
}

/** What of the ticked channels reaches this person today, by the engine's own routing (B5). */
export function toldWords({ id, name, because, reach }: Told, channels: Channels): ToldWords {
  const who = { id, name, because: because.map((each) => ROLE_WORDS[each]).join('、') }
  if (reach === null) return { ...who, reached: [], missed: [], credits: '', warning: '' }
  const recipient = { accountId: id, name, active: true, phone: reach.hasPhone ? 'on record' : '', bound: reach.bound, follows: reach.follows, wechatCredits: reach.wechatCredits, employed: reach.employed ?? false }
  const all = reachOf([recipient], channels)[0]?.channels ?? []
  const reached = all.filter(({ way }) => way !== null)
  const missed = all.filter(({ way }) => way === null)
  return {
    ...who,
    reached: reached.map(({ channel }) => CHANNEL_WORDS[channel]),
    missed: missed.map(({ channel, reason }) => `${CHANNEL_WORDS[channel]}：${reason === null ? '' : unreachableWords(reason)}`),
    credits: creditWords(reached, reach),
    warning: warningOf(name, missed, all.length),
  }
}

/** One short line about everybody who misses something; '' when all is well. */
export function reachWarning(people: readonly ToldWords[]): string {
  const warnings = people.map(({ warning }) => warning).filter((words) => words !== '')
  const [first = ''] = warnings
  const name = people.find(({ warning }) => warning !== '')?.name ?? ''
  return warnings.length <= 1 ? first : `${name}等 ${warnings.length} 人有收不到的渠道`
}
