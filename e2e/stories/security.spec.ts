import type { Page } from '@playwright/test'
import webHeaders from '../../config/web-headers.json'
import { createAccount } from '../../contract/account-admin'
import { beginAttachment, confirmAttachment } from '../../contract/attachment'
import { handleCertificate, saveCertificate, transferCertificate } from '../../contract/certificate'
import { addDeviceRecord, createDevice } from '../../contract/device'
import type { Operation } from '../../contract/operation'
import type { Reply } from '../../contract/call'
import { savePerson } from '../../contract/person'
import { saveRules } from '../../contract/rules'
import { saveType } from '../../contract/type'
import { isTextLeaf, leavesOf, valuesAt, withValueAt } from '../../cloudfunctions/api/security/leaves'
import { DEVICE_OPERATOR } from '../../domain/certificate/type'
import { emptyForm } from '../../domain/certificate/certificate'
import { emptyDeviceFields } from '../../domain/device/device'
import { DEFAULT_INSTITUTION_RULES } from '../../domain/institution/rules'
import type { Emulator } from '../../emulator/emulator'
import { expect, test } from '../hospital'
import { text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

interface Watched { __violations?: string[]; __ran?: number }

/** Remembers what the browser refused to load, from the first line of the page on. */
const watch = (page: Page): Promise<unknown> => page.addInitScript(() => {
  const watched = window as unknown as Watched
  watched.__violations = []
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => watched.__violations?.push(`${violatedDirective} ${blockedURI} ${sourceFile}`))
})
const violations = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as Watched).__violations ?? [])

const VISITED = [
  'pages/home/home', 'pages/device/list', 'pages/certificate/list', 'pages/inbox/list', 'pages/me/me', 'pages/work/plan/list', 'pages/work/cover/list', 'pages/device/record/create',
  'pages/certificate/record/edit', 'pages/work/person/list', 'pages/work/account/accounts', 'pages/work/type/list', 'pages/work/rules/institution', 'pages/work/channel/settings', 'pages/work/import/certificates',
]

/** Every visit of its own: what is kept between pages would hide a page that loads something else. */
async function visit(page: Page, base: string, path: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${base}/?as=wx-wangjun#/${path}`)
  await expect(page.locator('#app')).toContainText(/\S/)
  await page.waitForLoadState('networkidle')
}

test('architecture §8: the web edition comes with strict headers; a script of the page’s own text does not run, and nobody frames it', async ({ page, hospital: { base } }) => {
  await watch(page)
  const answer = await page.goto(`${base}/?as=wx-wangjun`)
  for (const [name, value] of Object.entries(webHeaders)) expect([name, answer?.headers()[name]]).toEqual([name, value])
  expect(webHeaders['content-security-policy']).toMatch(/(^|; )script-src 'self'(;|$)/)
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.__ran = 1'
    document.body.append(script)
    document.body.insertAdjacentHTML('beforeend', '<img src="data:,x" onerror="window.__ran = 2">')
  })
  await expect.poll(() => violations(page)).toHaveLength(2)
  expect(await page.evaluate(() => (window as unknown as Watched).__ran)).toBeUndefined()
  const framed = await page.context().newPage()
  await framed.setContent(`<iframe src="${base}/"></iframe>`)
  await framed.waitForLoadState('networkidle')
  expect(await framed.frames()[1]?.locator('#app').count().catch(() => 0)).toBe(0)
})

const LONG = '<img src=x onerror=ran()>'
const SHORT = '<b onclick=ran()>'

let counter = 0
const ask = async (hospital: Emulator, { name }: Operation, input: unknown): Promise<Reply> =>
  (await hospital.invoke('api', { operation: name, input, requestId: `request-${String((counter += 1)).padStart(12, '0')}` }, 'wx-wangjun')) as Reply

interface Told { path: string }

const MARKS = [LONG, SHORT, null] as const

/** Sends a valid input with a marker in every text; a text that the rules refuse is marked shorter, then left as it was. */
async function marked(hospital: Emulator, operation: Operation, input: unknown): Promise<{ data: unknown; told: Told[] }> {
  const places = leavesOf(operation.input).filter(isTextLeaf).flatMap(({ path }) => valuesAt(input, path).filter(({ value }) => typeof value === 'string').map(({ at }) => ({ at, mark: 0 })))
  for (let round = 0; round < 8; round += 1) {
    const filled = places.reduce<unknown>((into, { at, mark }) => (MARKS[mark] ? withValueAt(into, at, MARKS[mark]) : into), input)
    const reply = await ask(hospital, operation, filled)
    if (reply.ok) return { data: reply.data, told: places.filter(({ mark }) => MARKS[mark] !== null).map(({ at }) => ({ path: at.join('.') })) }
    const refused = Object.keys((reply.detail.fields ?? {}) as object)
    const hit = places.filter(({ at }) => refused.some((field) => `.${at.join('.')}.`.includes(`.${field}.`)))
    if (hit.length === 0) throw new Error(`${operation.name}: ${JSON.stringify(reply)}`)
    hit.forEach((place) => { place.mark += 1 })
  }
  throw new Error(`${operation.name} takes no text`)
}

const idIn = (data: unknown): string => (data as { id: string }).id

const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 1, 0xff, 0xda, 0, 3, 1, 5, 0xff, 0xd9])

/** A scan whose file is called like the marker. */
async function staged(hospital: Emulator): Promise<string> {
  const begun = await ask(hospital, beginAttachment, { name: `${LONG}.jpg`, bytes: JPEG.length, type: 'image/jpeg', way: 'cloud' })
  const { id, path } = (begun.ok ? begun.data : {}) as { id: string; path: string }
  await fetch(`${hospital.base}/_emulator/upload?path=${encodeURIComponent(path)}`, { method: 'PUT', headers: { 'x-emulator-openid': 'wx-wangjun' }, body: JPEG })
  const confirmed = await ask(hospital, confirmAttachment, { id })
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed))
  return id
}

/** Papers that hold the marker wherever a person may type. Answers the pages that show them. */
async function poison(hospital: Emulator): Promise<{ pages: string[]; told: string[] }> {
  const told: string[] = []
  const put = async (operation: Operation, input: unknown): Promise<unknown> => {
    const done = await marked(hospital, operation, input)
    told.push(...done.told.map(({ path }) => `${operation.name} ${path}`))
    return done.data
  }
  const device = await put(createDevice, { fields: { ...emptyDeviceFields(), name: '设备', departmentId: 'dept-mr' } }) as { device: { id: string } }
  await put(addDeviceRecord, { deviceId: device.device.id, record: { kind: 'maintainer', on: '2026-01-01', until: null, title: '公司', person: '', phone: '', note: '' }, attachmentIds: [] })
  await put(addDeviceRecord, { deviceId: device.device.id, record: { kind: 'service', on: '2026-01-01', until: null, title: '维修', person: '', phone: '', note: '' }, attachmentIds: [] })
  const type = Object.fromEntries(Object.entries({ ...DEVICE_OPERATOR, name: '类型', papers: ['材料'] }).filter(([key]) => key !== 'id'))
  await put(saveType, { id: null, version: 0, type })
  await put(saveRules, { version: 0, rules: { ...DEFAULT_INSTITUTION_RULES, holidays: [{ name: '节', from: '2027-01-01', to: '2027-01-03' }] } })
  const person = await put(savePerson, { id: null, version: 0, form: { staffNumber: 'X001', name: '人', departmentId: 'dept-mr', title: '', employment: 'permanent' } })
  const account = await put(createAccount, { form: { name: '人', loginName: 'marked', role: 'staff', departmentId: 'dept-mr', phone: null } })
  const scan = await staged(hospital)
  const form = { ...emptyForm(), attachmentIds: [scan], deviceIds: [device.device.id], number: 'M-1', holderName: '人', expiresOn: '2026-12-01', leadDays: 30 }
  const certificate = await put(saveCertificate, { id: null, version: null, form })
  const id = idIn(certificate)
  await put(transferCertificate, { id, version: (certificate as { version: number }).version, accountId: 'acc-lisi', note: '' })
  await put(handleCertificate, { id, version: (certificate as { version: number }).version + 1, kind: 'review', note: '', reference: 'R', until: '2026-11-28', renewal: null })
  const pages = [
    ...VISITED, `pages/device/record/detail?id=${device.device.id}`, `pages/device/record/edit?id=${device.device.id}`, `pages/certificate/record/detail?id=${id}`, `pages/certificate/record/edit?id=${id}`,
    `pages/certificate/record/deliveries?id=${id}`, `pages/certificate/record/history?id=${id}`, `pages/work/person/detail?id=${idIn(person)}`, `pages/work/account/account?id=${idIn(account)}`,
  ]
  return { pages, told }
}

// Each page at one of the two widths: both editions draw a text by the same components.
for (const [name, viewport, half] of [['phone', { width: 375, height: 812 }, 0], ['desk', { width: 1280, height: 900 }, 1]] as const) {
  test(`S44, architecture §8: what somebody typed as a script is shown as he typed it, in every text field, and no page asks for what the headers forbid, on every second page of the ${name}`, async ({ page, hospital }) => {
    const { pages, told } = await poison(hospital)
    expect(told.length).toBeGreaterThan(30)
    await page.setViewportSize(viewport)
    await watch(page)
    await page.addInitScript(() => { (window as unknown as { ran: () => void }).ran = () => { (window as unknown as Watched).__ran = 1 } })
    let shown = 0
    for (const path of pages.filter((_, at) => at % 2 === half)) {
      await visit(page, hospital.base, path)
      const made = await page.evaluate(() => ({ elements: document.querySelectorAll('[onerror], [onclick], img[src="x"]').length, ran: (window as unknown as Watched).__ran ?? 0 }))
      expect([path, made, await violations(page)]).toEqual([path, { elements: 0, ran: 0 }, []])
      shown += await page.getByText(LONG).count()
    }
    expect(shown).toBeGreaterThan(5)
    await visit(page, hospital.base, pages.find((path) => path.startsWith('pages/certificate/record/detail')) ?? '')
    await expect(text(page, LONG)).toBeVisible()
  })
}
