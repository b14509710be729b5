import { takeWebLogIn, type beginWebLogIn } from '../../../contract/web-log-in'
import type { OutputOf } from '../../../contract/operation'
import { call } from '../../platform/call'
import { asFailure } from '../../platform/call-failure'
import { newRequestId } from '../../platform/request-id'

export type Code = OutputOf<typeof beginWebLogIn>

/** `tired`: nobody scanned for long, or there is no network: a tap asks for a new code. `none`: this hospital has no code to offer. */
export interface Shown { standing: 'beginning' | 'waiting' | 'scanned' | 'refused' | 'tired' | 'none'; code: Code | null }

/** What the phone said yes to. */
export type Taken = { state: 'in'; token: string } | { state: 'proven' }
type Standing = Taken | { state: 'waiting' | 'scanned' | 'refused' }
const isTaken = (standing: Standing): standing is Taken => standing.state === 'in' || standing.state === 'proven'

/** How a code is asked for and looked after. `begin` throws when there is none (any more). */
export interface CodeWays { begin: () => Promise<Code>; take: (code: Code) => Promise<Standing> }
export const takeLogIn = ({ ticket, secret }: Code): Promise<Standing> => call(takeWebLogIn, { ticket, secret }, newRequestId())

interface Watch { ways: CodeWays; show: (shown: Shown) => void; enter: (taken: Taken) => void }

const FIRST_MS = 1500
const SLOWEST_MS = 5000
const GROWTH = 1.15
/** Codes that a page left open asks for by itself: ten minutes. */
const CODES = 10

const pause = (asked: number): number => Math.min(SLOWEST_MS, FIRST_MS * GROWTH ** asked)

/** Shows a code and asks, more and more slowly, what became of it; answers what stops it. */
export function watchWebCode({ ways, show, enter }: Watch): () => void {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const say = (shown: Shown): void => { if (!stopped) show(shown) }
  const after = (ms: number, next: () => Promise<void>): void => { if (!stopped) timer = setTimeout(() => void next(), ms) }

  const begin = async (left: number): Promise<void> => {
    try {
      const code = await ways.begin()
      say({ standing: 'waiting', code })
      after(pause(0), () => ask(code, { left, asked: 1 }))
    } catch (thrown) {
      say({ standing: asFailure(thrown).code === 'web-log-in.not-set-up' ? 'none' : 'tired', code: null })
    }
  }
  const ask = async (code: Code, turn: { left: number; asked: number }): Promise<void> => {
    try {
      const taken = await ways.take(code)
      if (isTaken(taken)) return stopped ? undefined : enter(taken)
      say({ standing: taken.state, code })
      if (taken.state !== 'refused') again(code, turn)
    } catch (thrown) {
      if (asFailure(thrown).code === 'network.offline') again(code, turn)
      else if (turn.left > 0 && !stopped) await begin(turn.left - 1)
      else say({ standing: 'tired', code: null })
    }
  }
  const again = (code: Code, { left, asked }: { left: number; asked: number }): void => after(pause(asked), () => ask(code, { left, asked: asked + 1 }))

  void begin(CODES - 1)
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
