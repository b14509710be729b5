import { FAULTS, type FaultSpec, type Kill, type Place, type Rates } from './fault-plan'

type Body = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value)
const isRate = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1
const isWhole = (value: unknown, least: number): value is number => Number.isInteger(value) && Number(value) >= least

const ratesOf = (value: unknown = {}): Rates | undefined => {
  if (!isObject(value)) return undefined
  const isKnown = Object.entries(value).every(([place, rates]) => {
    const known: readonly string[] = Object.hasOwn(FAULTS, place) ? FAULTS[place as Place] : []
    return isObject(rates) && Object.entries(rates).every(([fault, rate]) => known.includes(fault) && isRate(rate))
  })
  return isKnown ? (value as Rates) : undefined
}

const killOf = (value: unknown): Kill | undefined => {
  if (!isObject(value) || typeof value.function !== 'string') return undefined
  const { call = 1, request = 1 } = value
  return isWhole(call, 1) && isWhole(request, 1) ? { function: value.function, call, request } : undefined
}

const killsOf = (value: unknown = []): Kill[] | undefined => {
  const kills = Array.isArray(value) ? value.map(killOf) : [undefined]
  return kills.every((kill) => kill !== undefined) ? kills : undefined
}

const NUMBERS: Readonly<Record<'slowMs' | 'clockJumpMs' | 'timerRetries', (value: unknown) => boolean>> = {
  slowMs: (value) => isWhole(value, 0) && value <= 60_000,
  clockJumpMs: (value) => isWhole(value, -Infinity),
  timerRetries: (value) => isWhole(value, 0) && value <= 10,
}

/** A plan as the control interface is sent it; undefined when anything in it is not understood. */
export const readPlan = (body: Body): (Partial<FaultSpec> & { seed: number }) | undefined => {
  const { seed, rates: askedRates, kills: askedKills, ...rest } = body
  const [rates, kills] = [ratesOf(askedRates), killsOf(askedKills)]
  const areNumbers = Object.entries(rest).every(([name, value]) => Object.hasOwn(NUMBERS, name) && NUMBERS[name as keyof typeof NUMBERS](value))
  return isWhole(seed, -Infinity) && rates && kills && areNumbers ? { seed, rates, kills, ...rest } : undefined
}
