import { startBench, type Bench } from '../testing/bench'

const ticker = (name: string) => `
const db = open().database()
exports.main = async (event, context) => {
  const { TCB_SOURCE, TRIGGER_SRC, WX_OPENID } = JSON.parse(context.environment)
  await db.collection('ticks').add({ name: '${name}', at: new Date(), server: db.serverDate(), event, source: TCB_SOURCE, trigger: TRIGGER_SRC, openid: WX_OPENID || null })
  const { total } = await db.collection('ticks').where({ name: '${name}' }).count()
  if (event.Message === 'spread') await open().callFunction({ name: 'deep', data: {} })
  return total
}`

interface Tick { name: string; at: Date; server: Date; event: Record<string, string>; source: string; trigger: string; openid: null }

jest.setTimeout(60_000)

describe('timers', () => {
  let bench: Bench
  const ticks = (name: string): Tick[] => bench.emulator.store.find('ticks', { name }, { sort: { at: 1 }, limit: 1000 }).docs as unknown as Tick[]
  const times = (name: string): string[] => ticks(name).map(({ at }) => at.toISOString())

  beforeEach(async () => {
    bench = await startBench({
      schema: { ticks: {} },
      now: new Date('2024-08-01T00:30:00Z'),
      functions: {
        minute: { code: ticker('minute'), config: { triggers: [{ name: 'each-minute', type: 'timer', config: '0 * * * * * *', message: 'spread' }] } },
        morning: { code: ticker('morning'), config: { triggers: [{ name: 'each-morning', type: 'timer', config: '0 0 8 * * * *' }] } },
        deep: { code: ticker('deep') },
      },
    })
  })
  afterEach(() => bench.close())

  test('a timer fires at each instant of its rule up to the target, the target included', async () => {
    await bench.emulator.advance(new Date('2024-08-01T00:33:00Z'))
    expect(times('minute')).toEqual(['2024-08-01T00:31:00.000Z', '2024-08-01T00:32:00.000Z', '2024-08-01T00:33:00.000Z'])
    expect(bench.emulator.clock.now().toISOString()).toBe('2024-08-01T00:33:00.000Z')
  })

  test('rules are read in Beijing time: 8 in the morning is midnight UTC', async () => {
    await bench.emulator.advance(new Date('2024-08-03T12:00:00Z'), 4 * 3_600_000)
    expect(times('morning')).toEqual(['2024-08-02T00:00:00.000Z', '2024-08-03T00:00:00.000Z'])
  })

  test('with a span each timer fires once in it, at its first instant there', async () => {
    const { json } = await bench.control('POST clock', { advanceTo: '2024-08-01T04:10:00Z', every: 'PT1H' })
    expect(json).toEqual({ now: '2024-08-01T04:10:00.000Z', frozen: true })
    expect(times('minute')).toEqual(['00:31', '01:00', '02:00', '03:00', '04:00'].map((time) => `2024-08-01T${time}:00.000Z`))
  })

  test('a timer has its own source, no person, and says when it fired', async () => {
    await bench.emulator.advance(new Date('2024-08-01T00:31:00Z'))
    const [tick] = ticks('minute')
    expect(tick).toMatchObject({ source: 'wx_trigger', trigger: 'timer', openid: null })
    expect(tick?.event).toEqual({ Type: 'Timer', TriggerName: 'each-minute', Time: '2024-08-01T00:31:00Z', Message: 'spread' })
    expect(tick?.server.toISOString()).toBe('2024-08-01T00:31:00.000Z')
  })

  test('an advance answers when the calls that its timers caused have ended, the nested ones too', async () => {
    await bench.emulator.advance(new Date('2024-08-01T00:32:00Z'))
    expect(times('deep')).toEqual(['2024-08-01T00:31:00.000Z', '2024-08-01T00:32:00.000Z'])
    expect(ticks('deep')[0]).toMatchObject({ source: 'wx_trigger,scf', openid: null })
  })

  test('two advances at once go one after the other', async () => {
    await Promise.all([bench.emulator.advance(new Date('2024-08-01T00:31:00Z')), bench.emulator.advance(new Date('2024-08-01T00:32:00Z'))])
    expect(times('minute')).toHaveLength(2)
  })

  test('setting the clock fires nothing', async () => {
    expect(await bench.control('POST clock', { now: '2024-09-01T00:00:00Z' })).toMatchObject({ json: { now: '2024-09-01T00:00:00.000Z', frozen: true } })
    expect(times('minute')).toEqual([])
  })

  test.each([[{ now: 'soon' }], [{ advanceTo: '2024-07-01T00:00:00Z' }], [{ advanceTo: '2024-08-02T00:00:00Z', every: 'often' }], [{}]])('a wrong clock request %j is refused', async (body) => {
    expect(await bench.control('POST clock', body)).toMatchObject({ status: 400, json: { code: 'INVALID_PARAM' } })
  })

  test('a released clock fires timers by itself', async () => {
    await bench.control('POST clock', { now: '2024-08-01T00:59:59.900Z' })
    await bench.control('POST clock', { run: true })
    while (times('deep').length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(ticks('minute')[0]?.event.Time).toBe('2024-08-01T01:00:00Z')
  })
})
