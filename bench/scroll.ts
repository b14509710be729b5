import { chromium, type Browser, type ElementHandle, type Page } from '@playwright/test'
import { resolve } from 'node:path'
import { openTemporaryHospital } from '../demo/temporary-hospital'
import type { Emulator } from '../emulator/emulator'
import { p95, type Figures } from './figures'
import { addCertificateRows, addCertificates } from './many'

const ROWS = 5_000
/** A quick finger, in pixels between two frames; the list is asked for its next rows all the way down. */
const STEP = 240
/** As the desk's pager offers at most. */
const PAGE_SIZE = 100
const PAGES_TURNED = 10
/** The list is scrolled this often, and the better run counts: a frame that is long by itself is long in each, one that a busy machine held up is not. */
const RUNS = 2

interface TraceEvent { name: string; pid: number; tid: number; ts: number; dur?: number; tdur?: number; args: { name?: string } }
export interface Frames {
  /** Milliseconds that the page was busy for each frame, on this machine and whatever else it did. */
  busy: number[]
  /** The same in milliseconds of the processor: what is left when nothing else runs. */
  work: number[]
}

const WORK = 'RunTask'
const FRAME = 'BeginMainThreadFrame'

/** From a trace of the browser: the work between two frames of the page that scrolls. */
export const framesOf = (trace: readonly TraceEvent[]): Frames => {
  const drawn = trace.filter(({ name }) => name === FRAME).sort((a, b) => a.ts - b.ts)
  const { pid, tid } = drawn[0] ?? { pid: 0, tid: 0 }
  const tasks = trace.filter((event) => event.name === WORK && event.pid === pid && event.tid === tid).sort((a, b) => a.ts - b.ts)
  const frames: Frames = { busy: [], work: [] }
  let at = 0
  for (const { ts } of drawn) {
    const before = tasks.slice(at, tasks.findIndex((task, n) => n >= at && task.ts >= ts))
    at += before.length
    frames.busy.push(before.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000)
    frames.work.push(before.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000)
  }
  return frames
}

interface Part {
  /** Whatever has to be looked for in the page beforehand. */
  ready?: () => Promise<void>
  scroll: () => Promise<void>
  ended: () => Promise<boolean>
}

/**
 * Scrolls part by part, because a trace of the whole is larger than a string may be. What the bench itself asks of the page, it asks between the parts: to
 * find a button by its name takes 30 ms of the very thread that is measured.
 */
const recorded = async (browser: Browser, page: Page, { ready = () => Promise.resolve(), scroll, ended }: Part): Promise<Frames> => {
  const all: Frames = { busy: [], work: [] }
  do {
    await ready()
    await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame'] })
    await scroll()
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
    const { busy, work } = framesOf(traceEvents)
    all.busy.push(...busy)
    all.work.push(...work)
  } while (!await ended())
  return all
}

const open = async (browser: Browser, url: string, viewport: { width: number; height: number }): Promise<Page> => {
  const page = await browser.newPage({ viewport, locale: 'zh-CN' })
  await page.goto(url)
  await page.getByText('M000000000').first().waitFor()
  await page.mouse.move(viewport.width / 2, viewport.height / 2)
  return page
}

const wheel = async (page: Page, times: number): Promise<void> => {
  for (let n = 0; n < times; n += 1) await page.mouse.wheel(0, STEP)
}

/** The phone's endless list, from the first row to the last. */
const onPhone = async (browser: Browser, base: string): Promise<Frames> => {
  const page = await open(browser, `${base}/?as=wx-wangjun#/pages/certificate/list`, { width: 375, height: 812 })
  const frames = await recorded(browser, page, {
    scroll: () => wheel(page, 100),
    ended: async () => await page.getByText('已全部列出').count() > 0,
  })
  await page.close()
  return frames
}

/** Runs in the page: whether the page of the table whose last row bears this number stands. */
const standsTo = (last: number): boolean => [...document.querySelector('table')?.tBodies[0]?.rows ?? []].at(-1)?.cells[0]?.textContent === String(last)

/** The desk's table of 5,000 rows, the longest pages there are, each scrolled to its end and the next one opened. */
const onDesk = async (browser: Browser, base: string): Promise<Frames> => {
  const page = await open(browser, `${base}/?as=wx-wangjun#/pages/certificate/list`, { width: 1280, height: 800 })
  await page.getByLabel('每页条数').selectOption({ label: `${PAGE_SIZE}条/页` })
  await page.waitForFunction(standsTo, PAGE_SIZE)
  let turned = 0
  let next: ElementHandle | null = null
  const frames = await recorded(browser, page, {
    ready: async () => { next = await page.getByRole('button', { name: '下一页' }).elementHandle() },
    scroll: async () => {
      await wheel(page, 30)
      turned += 1
      await next?.click()
      await page.waitForFunction(standsTo, (turned + 1) * PAGE_SIZE)
    },
    ended: () => Promise.resolve(turned === PAGES_TURNED),
  })
  await page.close()
  return frames
}

const figuresOf = (where: string, { busy, work }: Frames): Figures => ({
  [`scroll.${where}.longestFrame.ms@5k`]: Math.max(...busy),
  [`scroll.${where}.frame.p95ms@5k`]: p95(busy),
  [`scroll.${where}.longestFrame.cpuMs@5k`]: Math.max(...work),
})

const bestOf = async (run: () => Promise<Figures>): Promise<Figures> => {
  const runs: Figures[] = []
  for (let n = 0; n < RUNS; n += 1) runs.push(await run())
  return Object.fromEntries(Object.keys(runs[0]!).map((name) => [name, Math.min(...runs.map((figures) => figures[name]!))]))
}

/** What a person feels who scrolls a list of 5,000 certificates to its end, on the phone and at the desk. */
export const measureScroll = async (): Promise<Figures> => {
  const { emulator, close } = await openTemporaryHospital({ now: new Date('2026-11-01T00:00:00Z'), demo: false, webFolder: resolve('dist/h5-emulator') })
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'] })
  try {
    await fill(emulator)
    return await bestOf(async () => ({ ...figuresOf('phone', await onPhone(browser, emulator.base)), ...figuresOf('desk', await onDesk(browser, emulator.base)) }))
  } finally {
    await browser.close()
    await close()
  }
}

const fill = async (emulator: Emulator): Promise<void> => {
  await addCertificates(emulator, ROWS)
  await addCertificateRows(emulator, ROWS)
}
