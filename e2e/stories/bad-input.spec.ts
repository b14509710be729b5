import type { Page, Route } from '@playwright/test'
import { writeFile } from 'node:fs/promises'
import { control, expect, test } from '../hospital'
import { disguisedProgram, photoOf, sixtyMegapixels } from '../papers'
import { picture } from '../picture'
import { attach, button, chooseDevices, field, fill, text, upload } from '../steps'

test.use({ viewport: { width: 375, height: 812 } })

const bindByPassword = async (page: Page, loginName: string, password: string): Promise<void> => {
  await fill(page, { 所属机构: '医疗机构测试1', 登录名: loginName })
  await page.getByRole('textbox', { name: '密码' }).fill(password)
  await button(page, '绑定').click()
}

const bindByCode = async (page: Page, loginName: string, code: string): Promise<void> => {
  await page.getByRole('tab', { name: '绑定码' }).click()
  await fill(page, { 登录名: loginName, 绑定码: code })
  await button(page, '绑定').click()
}

/** 王军 hands out a code, as the equipment office does. */
const codeFor = async (page: Page, base: string, name: string): Promise<string> => {
  await page.goto(`${base}/?as=wx-wangjun#/pages/me/me`)
  await button(page, '打开').click()
  await text(page, name).click()
  await button(page, '发绑定码').click()
  await page.getByRole('dialog').getByRole('button', { name: '发绑定码' }).click()
  const code = (await page.getByRole('status').filter({ hasText: /^[A-Z0-9]{4}-?[A-Z0-9]{4}$/ }).innerText()).trim()
  await picture(page, 'code-375')
  return code
}

const home = (page: Page) => text(page, /今天有 \d+ 件事要办|今天没有要办的事/)

test('a wrong password five times locks for a quarter of an hour, and the time is told', async ({ page, hospital: { base } }) => {
  await page.goto(`${base}/?as=wx-zhaoliu`)
  for (const attempt of ['a', 'b', 'c', 'd']) {
    await bindByPassword(page, 'zhaoliu', `wrong-${attempt}`)
    await expect(text(page, '机构、登录名或密码不对，请检查后再试。')).toBeVisible()
  }
  await bindByPassword(page, 'zhaoliu', 'wrong-e')
  await expect(text(page, '连续输错次数过多，请在 09:15 之后再试。')).toBeVisible()
  await bindByPassword(page, 'zhaoliu', 'zhaoliu-2026')
  await expect(text(page, '连续输错次数过多，请在 09:15 之后再试。')).toBeVisible()
  await expect(field(page, '登录名')).toHaveValue('zhaoliu')
  await control(base, 'clock', { now: '2024-08-01T01:15:00Z' })
  await button(page, '绑定').click()
  await expect(home(page)).toBeVisible()
})

test('a bind code binds once; used, old or by somebody bound already, it is told what to do', async ({ page, hospital: { base } }) => {
  const code = await codeFor(page, base, '赵六')
  await page.goto(`${base}/?as=wx-zhaoliu`)
  await bindByCode(page, 'zhaoliu', code)
  await expect(home(page)).toBeVisible()

  await page.goto(`${base}/?as=wx-sunba`)
  await bindByCode(page, 'zhaoliu', code)
  await expect(text(page, '这个绑定码已经用过，请向设备科再要一个。')).toBeVisible()

  const late = await codeFor(page, base, '钱七')
  await page.goto(`${base}/?as=wx-zhaoliu#/pages/me/account/bind`)
  await bindByCode(page, 'qianqi', late)
  await expect(text(page, '这个微信已经绑定了赵六的账号，请先在「我的」里解绑。')).toBeVisible()

  await control(base, 'clock', { now: '2024-08-02T01:00:01Z' })
  await page.goto(`${base}/?as=wx-qianqi`)
  await bindByCode(page, 'qianqi', late)
  await expect(text(page, '绑定码已过期，请向设备科再要一个。')).toBeVisible()
})

const NUMBER = 'C000000777'
const openForm = async (page: Page, base: string): Promise<void> => {
  await page.goto(`${base}/?as=wx-wangjun#/pages/certificate/list`)
  await button(page, '新增操作证').click()
  await fill(page, { 证件号: NUMBER, 姓名: '周十五', 签发日期: '2021-02-01', 有效期至: '2025-01-31' })
}
/** How many certificates of this number lie in the store. */
const saved = async (base: string): Promise<number> => {
  const { docs } = (await control(base, 'collections/certificates?limit=200')) as { docs: Array<{ number: string }> }
  return docs.filter(({ number }) => number === NUMBER).length
}

test('S31: what is wrong on the form is told at its field, and nothing that was filled in is lost', async ({ page, hospital: { base } }) => {
  await openForm(page, base)
  await button(page, '保存').click()
  await expect(text(page, '请先关联设备')).toBeVisible()

  await fill(page, { 有效期至: '2021-01-31' })
  await expect(text(page, '有效期至不能早于签发日期')).toBeVisible()
  await fill(page, { 有效期至: '2025-01-31', 发送时间: '25:00:00' })
  await expect(text(page, '请填 00:00:00 到 23:59:59 之间的时间')).toBeVisible()
  await fill(page, { 发送时间: '08:00:00' })
  for (const days of ['-1', '3651']) {
    await fill(page, { '提前预警时间(天)': days })
    await expect(text(page, '请填 0 到 3650 之间的天数')).toBeVisible()
  }
  await button(page, '保存').click()
  expect(await saved(base)).toBe(0)

  const large = test.info().outputPath('太大.jpg')
  await writeFile(large, Buffer.alloc(30 * 1024 * 1024, 1))
  await upload(page, large)
  await expect(text(page, '超过 20 MB')).toBeVisible()
  await button(page, '删除 太大.jpg').click()
  await upload(page, { name: '程序.jpg', mimeType: 'image/jpeg', buffer: disguisedProgram })
  await expect(text(page, '内容和文件类型不符，只收照片和 PDF')).toBeVisible()
  await button(page, '删除 程序.jpg').click()
  await upload(page, { name: '网页.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>not a PDF</html>') })
  await expect(text(page, '内容和文件类型不符，只收照片和 PDF')).toBeVisible()
  await button(page, '删除 网页.pdf').click()
  await upload(page, { name: '六千万.jpg', mimeType: 'image/jpeg', buffer: sixtyMegapixels })
  await expect(text(page, '照片超过 5500 万像素，请用相机的普通模式重拍，或压缩后再传')).toBeVisible()
  await button(page, '删除 六千万.jpg').click()
  await attach(page, { name: '操作证.jpg', mimeType: 'image/jpeg', buffer: await photoOf(page) })

  await expect(field(page, '证件号')).toHaveValue(NUMBER)
  await expect(field(page, '姓名')).toHaveValue('周十五')
  await fill(page, { '提前预警时间(天)': '30' })
  await chooseDevices(page, ['000072'])
  await expect(field(page, '证件号')).toHaveValue(NUMBER)
  await button(page, '保存').click()
  await expect(text(page, '送达记录')).toBeVisible()
  expect(await saved(base)).toBe(1)
})

test('a double tap on 保存 makes one certificate', async ({ page, hospital: { base } }) => {
  await openForm(page, base)
  await chooseDevices(page, ['000072'])
  await button(page, '保存').dblclick()
  await expect(text(page, '送达记录')).toBeVisible()
  expect(await saved(base)).toBe(1)
})

test('an answer lost on the way is told; the second tap on 保存 finds the certificate that was made', async ({ page, hospital: { base } }) => {
  await openForm(page, base)
  await chooseDevices(page, ['000072'])
  const isSave = (route: Route) => (route.request().postData() ?? '').includes('"certificate.save"')
  let lost = 0
  await page.route('**/_emulator/functions/api', async (route) => {
    if (lost > 0 || !isSave(route)) return route.fallback()
    lost += 1
    await route.fetch()
    await route.abort()
  })
  await button(page, '保存').click()
  await expect(text(page, '网络不通，没有收到回答。请检查网络后重试。')).toBeVisible()
  expect(await saved(base)).toBe(1)
  await expect(field(page, '证件号')).toHaveValue(NUMBER)
  await button(page, '保存').click()
  await expect(text(page, '送达记录')).toBeVisible()
  expect([lost, await saved(base)]).toEqual([1, 1])
})
