import type { Clock } from '../clock/clock'
import type { Timers } from '../timers/timers'
import { readSpan } from '../timers/span'
import { refuse, type ControlCall, type ControlRoutes } from './routes'

const instantOf = (value: unknown): Date | undefined => {
  if (typeof value !== 'string') return undefined
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? undefined : date
}

const WRONG = 'one of {"now": ISO}, {"advanceTo": ISO, "every"?: "PT1H"}, {"run": true}'
const wrong = (message: string) => refuse(400, 'INVALID_PARAM', message)

/** Reads and moves the emulator's clock. */
export const clockRoutes = (clock: Clock, timers: Timers): ControlRoutes => {
  const state = () => ({ now: clock.now().toISOString(), frozen: clock.isFrozen() })

  const set = async (value: unknown) => {
    const now = instantOf(value)
    if (!now) return wrong('now must be an ISO instant')
    await timers.settled()
    clock.freeze(now)
    return state()
  }
  const advance = async ({ advanceTo, every }: ControlCall['body']) => {
    const to = instantOf(advanceTo)
    const span = typeof every === 'string' ? readSpan(every) : undefined
    if (!to) return wrong('advanceTo must be an ISO instant')
    if (every !== undefined && !span) return wrong('every must be a duration such as PT1H')
    if (to < clock.now()) return wrong('advanceTo lies in the past')
    await timers.advance(to, span)
    return state()
  }
  const run = async () => {
    await timers.settled()
    clock.run()
    return state()
  }
  return {
    'GET clock': state,
    'POST clock': ({ body }) => {
      if (body.now !== undefined) return set(body.now)
      if (body.advanceTo !== undefined) return advance(body)
      return body.run === true ? run() : wrong(WRONG)
    },
  }
}
