import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../clock/clock'
import { CloudError } from '../cloud-error'
import type { Functions } from '../functions/functions'
import type { FaultOf, FaultPlan, Kill } from './fault-plan'

type Invoke = Functions['invoke']
type Run = () => Promise<string>

const timedOut = (name: string): CloudError => new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out: ${name} (fault plan)`)

/** Which calls are under way that shall not survive their next database requests. */
export interface Condemned {
  /** Counts a call; gives it up when it has ended. */
  enter(name: string): () => void
  /** After a database request has taken effect. Resolves when the instances that it was too much for have ended. */
  request(): Promise<void>
}

interface Doomed { kill: Kill; seen: number }

export const createCondemned = (plan: FaultPlan, functions: Functions): Condemned => {
  const under = new Set<Doomed>()
  let calls = new Map<string, number>()
  let of: unknown
  const nthCall = (name: string): number => {
    if (of !== plan.current()) calls = new Map()
    of = plan.current()
    const nth = (calls.get(name) ?? 0) + 1
    calls.set(name, nth)
    return nth
  }
  return {
    enter: (name) => {
      const nth = nthCall(name)
      const doomed = (plan.current()?.kills ?? []).filter((kill) => kill.function === name && kill.call === nth).map((kill): Doomed => ({ kill, seen: 0 }))
      for (const one of doomed) under.add(one)
      return () => { for (const one of doomed) under.delete(one) }
    },
    request: async () => {
      for (const one of [...under]) {
        one.seen += 1
        if (one.seen < one.kill.request) continue
        under.delete(one)
        plan.note({ place: 'instance', target: one.kill.function, nth: one.kill.call, fault: 'kill' })
        await functions.kill(one.kill.function)
      }
    },
  }
}

const twice = async (run: Run): Promise<string> => {
  const answer = await run()
  await run().catch(() => undefined)
  return answer
}

const jump = (clock: Clock, ms: number): void => {
  const to = new Date(clock.now().getTime() + ms)
  if (clock.isFrozen()) clock.freeze(to)
  else clock.run(to)
}

/** The same functions, with the faults of the plan between them and whoever calls them. */
export const faultyFunctions = (functions: Functions, plan: FaultPlan, setup: { clock: Clock; condemned: Condemned }): Functions => {
  const under: Record<FaultOf<'functions'>, (name: string, run: Run) => Promise<string>> = {
    timeoutBefore: async (name) => { throw timedOut(name) },
    timeoutAfter: async (name, run) => {
      await run()
      throw timedOut(name)
    },
    duplicate: (_, run) => twice(run),
    slow: async (_, run) => {
      await pause(plan.current()?.slowMs ?? 0)
      return run()
    },
    clockJump: async (_, run) => {
      jump(setup.clock, plan.current()?.clockJumpMs ?? 0)
      return run()
    },
  }
  const invoke: Invoke = async (name, event, identity) => {
    if (!plan.current()) return functions.invoke(name, event, identity)
    const run = async (): Promise<string> => {
      const leave = setup.condemned.enter(name)
      return functions.invoke(name, event, identity).finally(leave)
    }
    const fault = plan.draw('functions', name)
    return fault ? under[fault](name, run) : run()
  }
  return { ...functions, invoke }
}
