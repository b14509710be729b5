import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CallFailure, asFailure } from './call-failure'
import { failureWords } from './failure-words'
import { newRequestId } from './request-id'
import { signal } from './signal'

describe('words for failures', () => {
  test('a feature words its own codes and leaves the general ones', () => {
    const own = { 'certificate.number-taken': '这个证件号已有一张证。' }
    expect(failureWords('certificate.number-taken', {}, own)).toBe('这个证件号已有一张证。')
    expect(failureWords('not-found', {}, own)).toBe('没有找到，可能已被删除或不在您的权限内。')
  })

  test('every code that the functions refuse with has words: general ones, or those of the feature that calls', () => {
    const filesIn = (path: string): string[] => (statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesIn(join(path, name))) : [path])
    const features = filesIn('src/features').filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(file, 'utf8')).join('\n')
    const worded = (code: string): boolean => failureWords(code) !== failureWords('unexpected') || features.includes(`'${code}': `)
    const sources = ['cloudfunctions/api', 'cloud/gate', 'cloud/gate.ts'].flatMap(filesIn).filter((file) => file.endsWith('.ts') && !/\.(test|spec)\.ts$/.test(file))
    const codes = new Set(sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bfail\('([a-z.-]+)'/g)].map(([, code]) => code ?? '')))
    expect(codes.size).toBeGreaterThan(20)
    expect([...codes].filter((code) => !worded(code))).toEqual([])
  })

  test('words can use what the functions tell', () => {
    expect(failureWords('x', { max: 30 }, { x: ({ max }) => `最多 ${String(max)} MB` })).toBe('最多 30 MB')
  })

  test('an account is locked until a time of the hospital, whatever the device\'s zone', () => {
    expect(failureWords('account.locked', { until: '2026-11-23T16:05:00.000Z' })).toBe('连续输错次数过多，请在 00:05 之后再试。')
    expect(failureWords('account.locked', { until: 'soon' })).toBe('连续输错次数过多，请过一会儿再试。')
  })

  test('a code that nobody knows is told as unexpected, and so is anything thrown that is no failure', () => {
    expect(failureWords('brand.new')).toBe(failureWords('unexpected'))
    expect(asFailure(new TypeError('x')).code).toBe('unexpected')
    const failure = new CallFailure('forbidden')
    expect(asFailure(failure)).toBe(failure)
    expect(failure.message).toBe('您没有这项权限，需要请设备科办理。')
  })
})

test('request ids have the shape the functions take and do not repeat', () => {
  const ids = Array.from({ length: 2000 }, newRequestId)
  expect(ids.every((id) => /^[A-Za-z0-9_-]{16,64}$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(2000)
})

test('a signal tells its watchers only of changes, and no longer after they left', () => {
  const told: number[] = []
  const number = signal(1)
  const leave = number.watch(() => told.push(number.get()))
  number.set(1)
  number.set(2)
  leave()
  number.set(3)
  expect(told).toEqual([2])
})
