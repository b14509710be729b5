import type { Clock } from '../clock/clock'
import type { FaultPlan } from '../faults/fault-plan'
import type { Functions } from '../functions/functions'
import { nextTick } from './cron'
import { endOfSpan } from './span'
import { fieldsThatApply } from '../rules/rules'

/** Timers of all functions. While the clock runs they fire by themselves; a frozen clock is moved by `advance`. */
export interface Timers {
  /**
   * Freezes the clock at `to`, having fired every timer due after now and up to `to`, in order. With `everyMs` each timer fires at most once
   * in each span of that length (counted from midnight in Beijing), at its first instant in it. Resolves when every call they caused has ended.
   */
  advance(to: Date, everyMs?: number): Promise<void>
  /** Resolves when no advance is under way. */
  settled(): Promise<void>
  stop(): void
}

interface Timer { name: string; trigger: string; message: string; next: (after: Date) => Date | null }
interface Planned { timer: Timer; at: Date | null }

/** Longest sleep: `setTimeout` takes no more than 24.8 days, and the machine may have slept meanwhile. */
const MAX_SLEEP_MS = 60_000

const timersOf = (functions: Functions): Timer[] => functions.manifests().flatMap(({ name, triggers }) =>
  triggers.map((trigger) => ({ name, trigger: trigger.name, message: trigger.message, next: nextTick(trigger.cron) })))

const eventOf = (timer: Timer, at: Date): string =>
  JSON.stringify(fieldsThatApply('timer', { Type: 'Timer', TriggerName: timer.trigger, Time: at.toISOString().replace(/\.\d+Z$/, 'Z'), Message: timer.message }))

const earliest = (plan: readonly Planned[]): Date | null => plan.reduce<Date | null>((first, { at }) => (at && (!first || at < first) ? at : first), null)

type Fire = (timer: Timer, at: Date) => Promise<void>

/** Once, and again as often as the plan of faults says while it fails. Errors of a timer's call have no reader; the call log keeps them. */
const deliver = async (functions: Functions, plan: FaultPlan, { timer, at }: { timer: Timer; at: Date }): Promise<void> => {
  const run = (): Promise<boolean> => functions.invoke(timer.name, eventOf(timer, at), { source: 'wx_trigger' }).then(() => true, () => false)
  let isDone = await run()
  for (let retry = 0; !isDone && retry < (plan.current()?.timerRetries ?? 0); retry += 1) isDone = await run()
}

const firing = (functions: Functions, plan: FaultPlan): Fire => async (timer, at) => {
  const isDoubled = plan.draw('timers', timer.name) === 'double'
  await deliver(functions, plan, { timer, at })
  if (isDoubled) await deliver(functions, plan, { timer, at })
}

/** Fires by itself while the clock runs; calls may overlap, as in the cloud. Begins anew at every change of the clock. */
const liveTimers = (timers: readonly Timer[], clock: Clock, fire: Fire): { stop(): void } => {
  let alarm: NodeJS.Timeout | undefined
  let isStopped = false

  const sleep = (plan: Planned[]): void => {
    const first = earliest(plan)
    if (!first || isStopped) return
    const wait = Math.min(Math.max(first.getTime() - clock.now().getTime(), 0), MAX_SLEEP_MS)
    alarm = setTimeout(() => wake(plan), wait)
    alarm.unref()
  }
  const wake = (plan: Planned[]): void => {
    const now = clock.now()
    for (const entry of plan) {
      if (!entry.at || entry.at > now) continue
      void fire(entry.timer, entry.at)
      entry.at = entry.timer.next(now)
    }
    sleep(plan)
  }
  const follow = (): void => {
    clearTimeout(alarm)
    if (!clock.isFrozen()) sleep(timers.map((timer) => ({ timer, at: timer.next(clock.now()) })))
  }
  clock.onChange(follow)
  follow()
  return {
    stop: () => {
      isStopped = true
      clearTimeout(alarm)
    },
  }
}

export const startTimers = (functions: Functions, clock: Clock, plan: FaultPlan): Timers => {
  const timers = timersOf(functions)
  const fire = firing(functions, plan)
  const live = liveTimers(timers, clock, fire)
  let isStopped = false
  let moving: Promise<void> = Promise.resolve()

  const walk = async (to: Date, everyMs?: number): Promise<void> => {
    clock.freeze(clock.now())
    const after = (at: Date): Date => (everyMs ? new Date(endOfSpan(at, everyMs).getTime() - 1) : at)
    const plan: Planned[] = timers.map((timer) => ({ timer, at: timer.next(clock.now()) }))
    for (let at = earliest(plan); at && at <= to && !isStopped; at = earliest(plan)) {
      const instant = at
      clock.freeze(instant)
      for (const entry of plan.filter((one) => one.at?.getTime() === instant.getTime())) {
        await fire(entry.timer, instant)
        entry.at = entry.timer.next(after(instant))
      }
      await functions.timersSettled()
    }
    if (to > clock.now()) clock.freeze(to)
  }
  return {
    advance: (to, everyMs) => {
      const move = moving.then(() => walk(to, everyMs))
      moving = move.catch(() => undefined)
      return move
    },
    settled: () => moving,
    stop: () => {
      isStopped = true
      live.stop()
    },
  }
}
