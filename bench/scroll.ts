import { chromium, type Browser, type Page } from '@playwright/test'
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

interface Recorded { frames: number[]; end(): number[] }
declare const window: { recorded: Recorded }
declare const document: { querySelectorAll(selector: string): ArrayLike<unknown> }
declare const requestAnimationFrame: (call: (at: number) => void) => number
declare const cancelAnimationFrame: (id: number) => void

/** Runs in the page: milliseconds between frames, from now until `end`. */
const record = (): void => {
  const frames: number[] = []
  let last = 0
  let id = 0
  const note = (at: number): void => {
    if (last > 0) frames.push(at - last)
    last = at
    id = requestAnimationFrame(note)
  }
  id = requestAnimationFrame(note)
  window.recorded = { frames, end: () => { cancelAnimationFrame(id); return frames } }
}

const shown = (page: Page, selector: string): Promise<number> => page.evaluate((of) => document.querySelectorAll(of).length, selector)

const open = async (browser: Browser, url: string, viewport: { width: number; height: number }): Promise<Page> => {
  const page = await browser.newPage({ viewport, locale: 'zh-CN' })
  await page.goto(url)
  await page.getByText('M000000000').first().waitFor()
  await page.mouse.move(viewport.width / 2, viewport.height / 2)
  return page
}

/** The phone's endless list, from the first row to the last. */
const phoneFrames = async (browser: Browser, base: string): Promise<number[]> => {
  const page = await open(browser, `${base}/?as=wx-wangjun#/pages/certificate/list`, { width: 375, height: 812 })
  await page.evaluate(record)
  while (await page.getByText('已全部列出').count() === 0) for (let n = 0; n < 25; n += 1) await page.mouse.wheel(0, STEP)
  const frames = await page.evaluate(() => window.recorded.end())
  console.error(`rows in the document: ${await shown(page, '.entry')}`)
  await page.close()
  return frames
}

export const measureScroll = async (): Promise<Figures> => {
  const { emulator, close } = await openTemporaryHospital({ now: new Date('2026-11-01T00:00:00Z'), demo: false, webFolder: resolve('dist/h5-emulator') })
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'] })
  try {
    await fill(emulator)
    const phone = await phoneFrames(browser, emulator.base)
    return { 'scroll.phone.longestFrame.ms@5k': Math.max(...phone), 'scroll.phone.frame.p95ms@5k': p95(phone) }
  } finally {
    await browser.close()
    await close()
  }
}

const fill = async (emulator: Emulator): Promise<void> => {
  await addCertificates(emulator, ROWS)
  await addCertificateRows(emulator, ROWS)
}
