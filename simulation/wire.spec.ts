import { liveOverTheWire } from './wire'

jest.setTimeout(600_000)

const SEEDS = [1, 2, 3, 4, 5]
/** Of each life; `npm run test:long` lives more of them. */
const DAYS = Number(process.env.WIRE_DAYS ?? 2)

test.each(SEEDS)('the promises of architecture §5 hold over bundles, SDKs and wire: life %i', async (seed) => {
  const { broken, messages } = await liveOverTheWire(seed, DAYS)
  expect(broken === null ? '' : [broken.message, ...broken.history].join('\n')).toBe('')
  expect(messages).toBeGreaterThan(0)
})
