import { inEmulator } from './fact'
import type { Site } from './site'
import { TIMER_EVENT, TIMER_RULES, inSdk } from './sources'

interface Tick { at: Date; event: Record<string, string>; source: string | null; trigger: string | null; openid: string | null }

/** What the timer of this name did while the clock went from one instant to another. */
const ticks = async (site: Site, name: string, [from, to, everyMs]: readonly [from: string, to: string, everyMs?: number]): Promise<Tick[]> => {
  const { emulator } = site.bench()
  emulator.clock.freeze(new Date(from))
  await emulator.advance(new Date(to), everyMs)
  return emulator.store.find('contract_things', { name }, { sort: { at: 1 } }).docs as unknown as Tick[]
}

const MINUTE = ['2024-08-01T00:30:30Z', '2024-08-01T00:31:00Z'] as const
const HOUR_MS = 3_600_000

const first = async (site: Site): Promise<Tick> => {
  const [tick] = await ticks(site, 'minutely', MINUTE)
  if (!tick) throw new Error('The timer did not fire.')
  return tick
}

export const timerFacts = inEmulator(
  ['the event of a timer says its type', 'timer.Type', TIMER_EVENT, async (site) => expect((await first(site)).event.Type).toBe('Timer')],
  ['the event of a timer says its name', 'timer.TriggerName', TIMER_EVENT, async (site) => expect((await first(site)).event.TriggerName).toBe('tick')],
  ['the event of a timer says its time in UTC', 'timer.Time', TIMER_EVENT, async (site) => expect((await first(site)).event.Time).toBe('2024-08-01T00:31:00Z')],
  ['the event of a timer brings its message', 'timer.Message', TIMER_EVENT, async (site) => expect((await first(site)).event.Message).toBe('hello')],
  ['a call of a timer has no person and says what it is', 'identity.TRIGGER_SRC', inSdk('1.3', 'for TRIGGER_SRC=timer WX_TRIGGER_API_TOKEN_V0'), async (site) => {
    expect(await first(site)).toMatchObject({ trigger: 'timer', openid: null })
  }],
  ['a call of a timer comes from wx_trigger', 'identity.TCB_SOURCE', inSdk('2', 'SOURCE values: wx_client, wx_devtools, wx_http, wx_trigger, scf'), async (site) => {
    expect((await first(site)).source).toBe('wx_trigger')
  }],
  ['rules of timers are read in Beijing\'s time: eight in the morning is midnight in UTC', 'timer.beijing', TIMER_RULES, async (site) => {
    const fired = await ticks(site, 'morning', ['2024-08-01T20:00:00Z', '2024-08-02T12:00:00Z', HOUR_MS])
    expect(fired.map(({ at }) => at.toISOString())).toEqual(['2024-08-02T00:00:00.000Z'])
  }],
  ['day and weekday together mean either', 'timer.either-day', TIMER_RULES, async (site) => {
    const fired = await ticks(site, 'either', ['2024-08-04T12:00:00Z', '2024-08-13T00:00:00Z', 24 * HOUR_MS])
    expect(fired.map(({ at }) => at.toISOString().slice(0, 10))).toEqual(['2024-08-05', '2024-08-12'])
  }],
)
