/**
 * A `Date` whose present is `now()`. It shares the real prototype, so that instances are real dates for `instanceof`, structured clones
 * and every library. Timers and `performance.now` are left alone: budgets and time-outs are real.
 */
export const emulatedDate = (Real: DateConstructor, now: () => number): DateConstructor => {
  function EmulatedDate(...args: unknown[]): Date | string {
    if (!new.target) return new Real(now()).toString()
    const newTarget = new.target === (EmulatedDate as unknown) ? Real : new.target
    return Reflect.construct(Real, args.length === 0 ? [now()] : args, newTarget) as Date
  }
  const constructor = Object.assign(EmulatedDate, { now: () => Math.trunc(now()), parse: Real.parse, UTC: Real.UTC })
  Object.defineProperty(constructor, 'prototype', { value: Real.prototype, writable: false })
  Object.defineProperty(constructor, 'name', { value: 'Date' })
  Object.defineProperty(constructor, 'length', { value: 7 })
  return constructor as unknown as DateConstructor
}

/** Replaces the global `Date` of this thread. */
export const installDate = (now: () => number): void => {
  const installed = emulatedDate(Date, now)
  Object.defineProperty(installed.prototype, 'constructor', { value: installed, writable: true, configurable: true })
  globalThis.Date = installed
}
