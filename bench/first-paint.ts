import { chromium, type Browser } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { median, type Figures } from './figures'

const RUNS = 5
/** A middling phone on a slow 4G line, as Lighthouse pretends. */
const SLOWER = 4
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const PHONE = { viewport: { width: 375, height: 667 }, locale: 'zh-CN' }
/** Nothing larger is painted any more once the page has been still for this long, in milliseconds. */
const STILL_MS = 1_500

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8' }

/** The web edition as a static host serves it: compressed, and the page for every path that is no file. */
const serve = (folder: string): Promise<Server> => new Promise((resolve) => {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname)
    const isFile = extname(path) !== ''
    const file = isFile ? join(folder, path) : join(folder, 'index.html')
    if (!existsSync(file)) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-encoding': 'gzip' }).end(gzipSync(readFileSync(file)))
  }).listen(0, '127.0.0.1', () => resolve(server))
})

/** Milliseconds from the address to the largest paint, and of the longest task that kept the page from answering until then. */
interface Paint { at: number; longestTask: number }

/** Runs in the page. */
const largestPaint = (stillMs: number): Promise<Paint> => new Promise((resolve) => {
  let at = 0
  let longestTask = 0
  let timer = 0
  const wait = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => resolve({ at, longestTask }), stillMs) as unknown as number
  }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) at = entry.startTime
    wait()
  }).observe({ type: 'largest-contentful-paint', buffered: true })
})

/** With nothing in the browser's cache. */
const firstPaint = async (browser: Browser, address: string): Promise<Paint> => {
  const context = await browser.newContext(PHONE)
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', LINE)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.goto(address)
    return await page.evaluate(largestPaint, STILL_MS)
  } finally {
    await context.close()
  }
}

/** What a visitor waits for who opens the web edition for the first time, on a slow phone and line. */
export const measureFirstPaint = async (): Promise<Figures> => {
  const server = await serve('dist/h5')
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'] })
  try {
    const samples: Paint[] = []
    for (let run = 0; run < RUNS; run += 1) samples.push(await firstPaint(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`))
    return { 'web.lcp.ms': median(samples.map(({ at }) => at)), 'web.longestTask.ms': median(samples.map(({ longestTask }) => longestTask)) }
  } finally {
    await browser.close()
    server.close()
  }
}
