import { fail, FailureError, failOnFields, isFailure } from './failure'

const thrownBy = (act: () => void): unknown => {
  try {
    act()
  } catch (thrown) {
    return thrown
  }
  return undefined
}

describe('a failure', () => {
  test('carries its code and detail', () => {
    const thrown = thrownBy(() => fail('certificate.changed-meanwhile', { version: 3 }))
    expect(isFailure(thrown)).toBe(true)
    expect(thrown).toMatchObject({ code: 'certificate.changed-meanwhile', detail: { version: 3 } })
  })

  test('a plain error is none', () => {
    expect(isFailure(new Error('certificate.changed-meanwhile'))).toBe(false)
    expect(isFailure({ code: 'x', detail: {} })).toBe(false)
  })

  test('is recognised across two copies of the class', () => {
    const other = Object.assign(new Error('a.b'), { name: 'FailureError', code: 'a.b', detail: {} })
    expect(other instanceof FailureError).toBe(false)
    expect(isFailure(other)).toBe(true)
  })

  test('field codes fail only when there are some', () => {
    expect(thrownBy(() => failOnFields('invalid-input', {}))).toBeUndefined()
    expect(thrownBy(() => failOnFields('invalid-input', { leadDays: 'certificate.lead-out-of-range' }))).toMatchObject({
      detail: { fields: { leadDays: 'certificate.lead-out-of-range' } },
    })
  })
})
