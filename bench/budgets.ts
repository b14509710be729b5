import type { Figures } from './figures'

/**
 * The most that each figure may be. Sizes are held by `npm test`; times depend on the machine and are only marked by `npm run bench`.
 * The main package and the whole of the mini-program keep below WeChat's limits of 2 MiB and 30 MiB by the house's own, tighter ones.
 */
export const BUDGETS: Readonly<Record<string, number>> = {
  'weapp.main.bytes': 409_600,
  // All sub-packages together: what several of them share lies in each, so pages that share much are one package.
  'weapp.total.bytes': 1_200_000,
  'web.firstLoad.gzipBytes': 225_280,
  // Every operation of the contract lives in this one: it grows with what the app can ask.
  'functions.api.bytes': 1_000_000,
  'functions.deliver.bytes': 750_000,
  'functions.remind.bytes': 700_000,
  'functions.sweep.bytes': 700_000,
  'functions.digest.bytes': 700_000,
  'functions.wechat.bytes': 700_000,
  'functions.api.coldRatio': 1.15,
  'web.lcp.ms': 3000,
  // Work for one frame: of the wall it is longer where other programs run beside.
  'scroll.phone.longestFrame.cpuMs@5k': 50,
  'scroll.desk.longestFrame.cpuMs@5k': 50,
  'tick.idle.ratio': 1.1,
  'burst.writeCallsPer1000': 30,
  'certificates.list.p95ms@100k': 50,
  'plan.list.p95ms@100k': 200,
  'certificates.photos.p95ms@100k': 50,
  'devices.picker.p95ms@100k': 50,
  'devices.search.p95ms@100k': 50,
  // A function has 20 seconds; its calls grow with the people who need something, not with what they hold.
  'statistics.holding.ms@100k': 5000,
  'statistics.holding.calls@100k': 40,
  'store.open.s@1m': 5,
}

/** Names of the figures that are over their budget. */
export const overBudget = (figures: Figures): string[] => Object.keys(BUDGETS).filter((name) => (figures[name] ?? 0) > (BUDGETS[name] ?? Infinity))
