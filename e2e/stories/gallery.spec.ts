import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { Emulator } from '../../emulator/emulator'
import { faultsOfLayout } from '../gallery/faults'
import { PAGES, UNBOUND } from '../gallery/pages'
import { STATES } from '../gallery/states'
import { expect, test } from '../hospital'

/** `npm run gallery` takes all; every other run only what is typical, by day, each page at one of the two widths. */
const all = process.env.GALLERY === 'all'
const WIDTHS = all ? [375, 768, 1280, 1600] : [375, 1280]
const STATES_TAKEN = Object.entries(STATES).filter(([state]) => all || state === 'typical')
const FOLDER = '.cache/gallery'
const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8')

/** How a page is looked at. By night and in larger letters only what colours can break is asked of axe: everything else was asked by day. */
interface Look { name: string; width: number; theme: 'light' | 'dark'; huge: boolean }
const looksOf = (width: number, state: string): Look[] => {
  const day: Look = { name: `${width}-light`, width, theme: 'light', huge: false }
  if (!all) return [day]
  const night: Look = { ...day, name: `${width}-dark`, theme: 'dark' }
  return state === 'typical' && (width === 375 || width === 1280) ? [day, night, { ...day, name: `${width}-huge`, huge: true }] : [day, night]
}

declare const window: { axe: { run(context: Document, options: object): Promise<{ violations: Array<{ id: string; impact: string | null; nodes: Array<{ html: string }> }> }> } }
declare const document: Document
declare const requestAnimationFrame: (next: () => void) => void

test.use({ startsAt: '2026-11-25T01:00:00Z' })

const address = (hospital: Emulator, path: string): string => {
  const query = new URLSearchParams(PAGES[path]?.(hospital)).toString()
  return `${hospital.base}/?as=${UNBOUND.includes(path) ? 'wx-nobody' : 'wx-wangjun'}#/${path}${query === '' ? '' : `?${query}`}`
}

/** Two frames later everything that hangs on the width has been drawn, and says whether it is loading. */
const drawn = async (page: Page): Promise<void> => {
  await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))))
  await expect(page.getByRole('status', { name: '正在加载' }).filter({ visible: true })).toHaveCount(0)
}

const open = async (page: Page, url: string): Promise<void> => {
  await page.goto('about:blank')
  await page.goto(url)
  await page.locator('.frame, .bind, .shell').filter({ visible: true }).first().waitFor()
  await page.evaluate(axe)
}

/** Serious and critical findings of axe, with where. */
const unusable = async (page: Page, rules: object): Promise<string[]> => {
  const { violations } = await page.evaluate((asked) => window.axe.run(document, { resultTypes: ['violations'], ...asked }), rules)
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

const look = async (page: Page, { width, theme, huge }: Look, name: string): Promise<string[]> => {
  await page.setViewportSize({ width, height: width < 768 ? 812 : 900 })
  await page.emulateMedia({ colorScheme: theme })
  await page.evaluate((on) => document.body.classList.toggle('txt-h', on), huge)
  await drawn(page)
  const faults = [...(await page.evaluate(faultsOfLayout)), ...(await unusable(page, theme === 'light' && !huge ? {} : { runOnly: ['color-contrast'] }))]
  if (all) await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled' })
  return faults.map((fault) => `${name}: ${fault}`)
}

test('every page of the app is in the gallery', () => {
  const config = readFileSync('src/app.config.ts', 'utf8')
  const packages = [...config.matchAll(/root: '([^']+)', pages: \[([^\]]+)\]/g)].flatMap(([, root, names]) => [...(names ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => `${root}/${name}`))
  const tabs = [...(/pages: \[([^\]]+)\]/.exec(config)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, path]) => path ?? '')
  expect([...tabs, ...packages].sort()).toEqual(Object.keys(PAGES).sort())
})

test.describe.configure({ mode: 'parallel' })

for (const [state, put] of STATES_TAKEN) {
  test(`${state}: no page is wider than the window, cuts a text off or is unusable by axe’s word`, async ({ page, hospital }) => {
    test.setTimeout(3_600_000)
    mkdirSync(FOLDER, { recursive: true })
    await put(hospital)
    const faults: string[] = []
    for (const [at, path] of Object.keys(PAGES).entries()) {
      const looks = WIDTHS.filter((_, which) => all || which === at % 2).flatMap((width) => looksOf(width, state))
      await page.setViewportSize({ width: looks[0]?.width ?? 375, height: 812 })
      await open(page, address(hospital, path))
      for (const each of looks) faults.push(...await look(page, each, `${path.replace(/^pages\//, '').replaceAll('/', '-')}-${each.name}-${state}`))
    }
    expect(faults).toEqual([])
  })
}
