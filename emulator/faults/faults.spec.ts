import { startBench, type Bench } from '../testing/bench'

jest.setTimeout(60_000)

const PAY = `
const db = open().database()
exports.main = async ({ n }) => {
  const transaction = await db.startTransaction()
  try {
    await transaction.collection('accounts').doc('a').update({ balance: db.command.inc(-n) })
    await transaction.collection('accounts').doc('b').update({ balance: db.command.inc(n) })
    await transaction.commit()
    return 'paid'
  } catch (error) { try { await transaction.rollback() } catch {} ; throw error }
}`
const ADD = 'const db = open().database(); exports.main = async ({ name, Type }) => { await db.collection("notes").add({ name: name || Type }); if (Type) throw new Error("no"); return (await db.collection("notes").count()).total }'
const NOW = new Date('2026-03-01T00:00:30Z')

interface State { happened: Array<{ place: string; target: string; fault: string }> }

describe('a plan of faults', () => {
  let bench: Bench

  beforeAll(async () => {
    bench = await startBench({
      schema: { accounts: {}, notes: {} }, now: NOW,
      functions: {
        pay: { code: PAY }, add: { code: ADD },
        tick: { code: ADD, config: { triggers: [{ name: 't', type: 'timer', config: '0 * * * * * *' }] } },
      },
      seed: async () => ({ collections: { accounts: [{ _id: 'a', balance: 100 }, { _id: 'b', balance: 100 }] } }),
    })
  })
  afterAll(() => bench.close())
  beforeEach(async () => {
    bench.emulator.clock.freeze(NOW)
    await bench.emulator.reset(true)
  })

  const plan = (body: object) => bench.control('POST faults', body)
  const state = async (): Promise<State> => (await bench.control('GET faults')).json as State
  const call = (name: string, data: object = {}): Promise<string> => bench.emulator.invoke(name, data, 'm-zhang').then(String, (error: { code: string }) => error.code)
  const notes = (): number => bench.emulator.store.count('notes', {}).total
  const balances = (): number[] => bench.emulator.store.find('accounts', {}).docs.map(({ balance }) => balance as number)

  test('the same seed gives the same run, another seed another one; no half transaction in any', async () => {
    const rates = { database: { conflict: 0.15, timeoutBefore: 0.1, timeoutAfter: 0.1 }, functions: { duplicate: 0.2, timeoutAfter: 0.1 } }
    const run = async (seed: number) => {
      await bench.emulator.reset(true)
      await plan({ seed, rates })
      const answers: string[] = []
      for (let n = 0; n < 12; n += 1) answers.push(await call('pay', { n: n + 1 }))
      expect(balances().reduce((sum, one) => sum + one, 0)).toBe(200)
      return { answers, balances: balances(), happened: (await state()).happened }
    }
    const first = await run(7)
    expect(first.happened.length).toBeGreaterThan(3)
    expect(await run(7)).toEqual(first)
    expect((await run(8)).happened).not.toEqual(first.happened)
  })

  test.each([['timeoutBefore', 0], ['timeoutAfter', 1]])('a function with %s leaves %d notes and no answer', async (fault, left) => {
    await plan({ seed: 1, rates: { functions: { [fault]: 1 } } })
    expect(await call('add')).toBe('FUNCTIONS_TIME_LIMIT_EXCEEDED')
    expect(notes()).toBe(left)
  })

  test.each([['timeoutBefore', 0], ['timeoutAfter', 1]])('a database request with %s leaves %d notes and an error', async (fault, left) => {
    await plan({ seed: 1, rates: { database: { [fault]: 1 } } })
    expect(await call('add')).toBe('FUNCTIONS_EXECUTE_FAIL')
    expect(notes()).toBe(left)
  })

  test('a doubled call runs twice and answers once; a slow one answers all the same', async () => {
    await plan({ seed: 1, rates: { functions: { duplicate: 1 }, database: { slow: 1 } }, slowMs: 1 })
    expect(await call('add')).toBe('1')
    expect(notes()).toBe(2)
  })

  test('an instance is killed after the database request that was named, and the next call goes through', async () => {
    await plan({ seed: 1, kills: [{ function: 'add', call: 2, request: 1 }] })
    expect([await call('add'), await call('add'), await call('add')]).toEqual(['1', 'FUNCTIONS_EXECUTE_FAIL', '3'])
    expect((await state()).happened).toEqual([{ place: 'instance', target: 'add', nth: 2, fault: 'kill' }])
  })

  test('a killed transaction leaves nothing', async () => {
    await plan({ seed: 1, kills: [{ function: 'pay', call: 1, request: 3 }] })
    expect(await call('pay', { n: 5 })).toBe('FUNCTIONS_EXECUTE_FAIL')
    expect(balances()).toEqual([100, 100])
  })

  test('a jump moves the clock', async () => {
    await plan({ seed: 1, rates: { functions: { clockJump: 1 } }, clockJumpMs: -60_000 })
    await call('add')
    expect(bench.emulator.clock.now().toISOString()).toBe('2026-02-28T23:59:30.000Z')
  })

  test('timers are doubled, and repeated when they fail', async () => {
    await plan({ seed: 1, rates: { timers: { double: 1 } }, timerRetries: 2 })
    await bench.emulator.advance(new Date('2026-03-01T00:01:00Z'))
    expect(notes()).toBe(6)
  })

  test('an ended plan says what happened and changes nothing any more', async () => {
    bench.emulator.faults.begin({ seed: 1, rates: { functions: { timeoutBefore: 1 } } })
    await call('add')
    expect((await bench.control('DELETE faults')).json).toMatchObject({ plan: { seed: 1 }, happened: [{ place: 'functions', target: 'add', nth: 1, fault: 'timeoutBefore' }] })
    expect(await call('add')).toBe('1')
    expect(await state()).toEqual({ plan: null, happened: [] })
  })

  test.each([[{}], [{ seed: 'x' }], [{ seed: 1, rates: { database: { fire: 1 } } }], [{ seed: 1, rates: { database: { slow: 2 } } }], [{ seed: 1, kills: [{}] }], [{ seed: 1, more: 1 }]])('%j is no plan', async (body) => {
    expect(await plan(body)).toMatchObject({ status: 400 })
  })
})
