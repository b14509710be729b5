import { jsonLog } from './json-log'

const written = (facts: Record<string, unknown>, requestId = 'run-1'): string => {
  const lines: string[] = []
  jsonLog((line) => lines.push(line), () => requestId).error('unexpected', facts)
  return lines.join()
}

test('a line is JSON with its level, its event and the run that wrote it', () => {
  expect(JSON.parse(written({ ms: 3 }))).toEqual({ level: 'error', event: 'unexpected', requestId: 'run-1', ms: 3 })
  expect(JSON.parse(written({}, ''))).toEqual({ level: 'error', event: 'unexpected' })
})

test('numbers of phones and identity cards and the values of a taken key are struck out, ids and times stay', () => {
  const line = written({ message: 'E11000 duplicate key error index: staff-number dup key: { institutionId: "h", staffNumber: "1001" }', phone: '13800000001', card: '11010519491231002X' })
  expect(line).toContain('dup key')
  for (const personal of ['1001', '13800000001', '11010519491231002X']) expect(line).not.toContain(personal)
  const harmless = { id: 'a13800000001f', at: 1764032400000, requestId: '0e71c861-510f-4105-8450-6d539d78cf96' }
  expect(JSON.parse(written(harmless))).toMatchObject(harmless)
})
