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
const THEMES = all ? (['light', 'dark'] as const) : (['light'] as const)
const FOLDER = '.cache/gallery'
const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8')

declare const window: { axe: { run(context: Document, options: object): Promise<{ violations: Array<{ id: string; impact: string | null; nodes: Array<{ html: string }> }> }> } }
declare const document: Document

test.use({ startsAt: '2026-11-25T01:00:00Z' })

const address = (hospital: Emulator, path: string): string => {
  const query = new URLSearchParams(PAGES[path]?.(hospital)).toString()
  return `${hospital.base}/?as=${UNBOUND.includes(path) ? 'wx-nobody' : 'wx-wangjun'}#/${path}${query === '' ? '' : `?${query}`}`
}

const open = async (page: Page, url: string): Promise<void> => {
  await page.goto('about:blank')
  await page.goto(url)
  await page.locator('.frame, .bind, .shell').filter({ visible: true }).first().waitFor()
  await expect(page.getByRole('status', { name: '正在加载' }).filter({ visible: true })).toHaveCount(0)
}

/** Serious and critical findings of axe, with where. */
const unusable = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

const look = async (page: Page, { hospital, path, name }: { hospital: Emulator; path: string; name: string }): Promise<string[]> => {
  await open(page, address(hospital, path))
  const faults = [...(await page.evaluate(faultsOfLayout)), ...(await unusable(page))]
  if (all) await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled' })
  return faults.map((fault) => `${name}: ${fault}`)
}

test('every page of the app is in the gallery', () => {
  const config = readFileSync('src/app.config.ts', 'utf8')
  const packages = [...config.matchAll(/root: '([^']+)', pages: \[([^\]]+)\]/g)].flatMap(([, root, names]) => [...(names ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => `${root}/${name}`))
  const tabs = [...(/pages: \[([^\]]+)\]/.exec(config)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, path]) => path ?? '')
  expect([...tabs, ...packages].sort()).toEqual(Object.keys(PAGES).sort())
})

for (const [state, put] of STATES_TAKEN) {
  for (const theme of THEMES) {
    test(`${state}, ${theme}: no page is wider than the window, cuts a text off or is unusable by axe’s word`, async ({ page, hospital }) => {
      test.setTimeout(900_000)
      mkdirSync(FOLDER, { recursive: true })
      await put(hospital)
      await page.emulateMedia({ colorScheme: theme })
      const faults: string[] = []
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width < 768 ? 812 : 900 })
        for (const path of Object.keys(PAGES).filter((_, at) => all || at % 2 === WIDTHS.indexOf(width))) {
          faults.push(...await look(page, { hospital, path, name: `${path.replace(/^pages\//, '').replaceAll('/', '-')}-${width}-${theme}-${state}` }))
        }
      }
      expect(faults).toEqual([])
    })
  }
}
