/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Chance = () => number
export const among = <T>(chance: Chance, values: readonly T[]): T => values[Math.floor(chance() * values.length)] as T

/** As JSON brings it: an own key `__proto__`, which an object literal cannot have. */
const parsed = (text: string): unknown => JSON.parse(text) as unknown

const nested = (depth: number): unknown => parsed('['.repeat(depth) + ']'.repeat(depth))

/** What has broken other people's services. */
const HOSTILE: ReadonlyArray<() => unknown> = [
  () => null, () => true, () => false, () => '', () => [], () => ({}), () => 0, () => -1, () => 1e308, () => 1.5, () => 2 ** 53, () => -0, () => [null], () => [[]],
  () => ({ $gt: '' }), () => ({ $ne: null }), () => ({ $regex: '.*' }), () => ({ $where: 'sleep(1000)' }), () => ({ in: [''] }), () => ({ from: '' }), () => ({ all: [] }), () => ({ not: 'x' }),
  () => parsed('{"__proto__":{"role":"hospital-admin"}}'), () => parsed('{"constructor":{"prototype":{"role":"hospital-admin"}}}'), () => '__proto__', () => 'constructor', () => 'toString', () => 'hasOwnProperty',
  () => ({ toString: 1, valueOf: 1 }), () => ({ length: 1e9 }), () => ({ then: 1 }), () => ({ toJSON: 1 }), () => nested(200),
  () => '../../etc/passwd', () => '..', () => '.', () => '/', () => 'a:b:c', () => 'a-dev-x\u0000', () => '%2e%2e%2f', () => 'cloud://other-env.abc/file.jpg',
  () => "' or 1=1 --", () => '<img src=x onerror=alert(1)>', () => '{{constructor.constructor("return 1")()}}', () => '=cmd|\'/c calc\'!A1', () => '＝1+1', () => '\u202e\u0000\ud800', () => '😀'.repeat(40),
  () => '2026-02-30', () => '0000-00-00', () => '9999-12-31', () => '2026-11-25', () => '24:00:00', () => '08:00:00', () => 'Infinity', () => 'NaN', () => 'x'.repeat(70), () => '长'.repeat(3000),
]

const objectLike = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Where to go in a value: a random key at each step, as deep as chance has it. */
function spotIn(value: unknown, chance: Chance): readonly string[] {
  const path: string[] = []
  let at = value
  while (objectLike(at) && Object.keys(at).length > 0 && (path.length === 0 || chance() < 0.7)) {
    const key = among(chance, Object.keys(at))
    path.push(key)
    at = at[key]
  }
  return path
}

const define = (target: object, key: string, value: unknown): void => {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
}

type Twist = (holder: Record<string, unknown>, key: string, chance: Chance) => void

const TWISTS: readonly Twist[] = [
  (holder, key, chance) => define(holder, key, among(chance, HOSTILE)()),
  (holder, key, chance) => define(holder, key, among(chance, HOSTILE)()),
  (holder, key) => { delete holder[key] },
  (holder, key) => define(holder, key, [holder[key]]),
  (holder, key) => define(holder, key, { value: holder[key] }),
  (holder, _key, chance) => define(holder, among(chance, ['__proto__', 'constructor', 'institutionId', 'role', '$gt', 'openid', 'accountId', 'passwordHash', 'x']), among(chance, HOSTILE)()),
  (holder, key, chance) => define(holder, key, holder[among(chance, Object.keys(holder))]),
  (holder, key) => { if (typeof holder[key] === 'string') define(holder, key, `${holder[key]}x`) },
  (holder, key) => { if (typeof holder[key] === 'number') define(holder, key, holder[key] * -1 + 1) },
  (holder, key) => { if (Array.isArray(holder[key])) define(holder, key, [...(holder[key] as unknown[]), ...(holder[key] as unknown[])]) },
]

/** A copy with one thing in it that nobody expected. */
export function twisted(value: unknown, chance: Chance): unknown {
  if (!objectLike(value) || chance() < 0.03) return among(chance, HOSTILE)()
  const copy = JSON.parse(JSON.stringify(value)) as Record<string, unknown>
  const path = spotIn(copy, chance)
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (objectLike(at) ? at[key] : at), copy)
  if (objectLike(holder) && Object.keys(holder).length > 0) among(chance, TWISTS)(holder, path.at(-1) ?? 'x', chance)
  return copy
}
