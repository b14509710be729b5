import { createHmac } from 'node:crypto'
import type { Clock } from '../clock/clock'
import { refusal, type WechatAnswer } from './answer'

export interface Account { appid: string; secret: string }

/** Access tokens that explain themselves: appid, end, signature. They outlive a restart and end on the emulator's clock. */
export interface Tokens {
  /** Normal mode: the same token for everyone until five minutes before its end. */
  issue(appid: string, secret: string): WechatAnswer
  /** Why a token does not open this account; `undefined` if it does. */
  refuse(token: string, appid: string): WechatAnswer | undefined
}

const LIFE_SECONDS = 7200
const SPARE_SECONDS = 300

export const createTokens = (clock: Clock, accounts: readonly Account[]): Tokens => {
  const current = new Map<string, number>()
  const second = (): number => Math.floor(clock.now().getTime() / 1000)
  const secretOf = (appid: string): string | undefined => accounts.find((account) => account.appid === appid)?.secret
  const tokenOf = (appid: string, end: number): string => {
    const signature = createHmac('sha512', secretOf(appid) ?? '').update(`${appid}.${end}`).digest('base64url')
    return `${end}_${signature}`
  }
  const endFor = (appid: string): number => {
    const end = current.get(appid) ?? 0
    const isGood = end - second() > SPARE_SECONDS && end - second() <= LIFE_SECONDS
    const chosen = isGood ? end : second() + LIFE_SECONDS
    current.set(appid, chosen)
    return chosen
  }
  return {
    issue: (appid, secret) => {
      const known = secretOf(appid)
      if (known === undefined) return refusal(40013)
      if (known !== secret) return refusal(40125)
      const end = endFor(appid)
      return { access_token: tokenOf(appid, end), expires_in: end - second() }
    },
    refuse: (token, appid) => {
      if (token === '') return refusal(41001)
      const end = Number(token.split('_', 1)[0])
      if (!Number.isInteger(end) || token !== tokenOf(appid, end)) return refusal(40001)
      return end <= second() ? refusal(42001) : undefined
    },
  }
}
