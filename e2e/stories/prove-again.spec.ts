import type { Page } from '@playwright/test'
import { control, expect, test } from '../hospital'
import { picture } from '../picture'
import { button, field, fill, seen, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z', viewport: { width: 1280, height: 800 } })

const proof = (page: Page) => page.getByRole('dialog', { name: '请确认是您本人' })

async function logIn(page: Page, base: string, loginName: string): Promise<void> {
  await page.goto(`${base}/?as=#/pages/home/home`)
  await fill(page, { 所属机构: '医疗机构测试1', 登录名: loginName, 密码: `${loginName}-2026` })
  await button(page, '登录').click()
  await expect(text(page, /件事要办|没有/)).toBeVisible()
}

test('B25: after five minutes an account is made only by whoever says again who he is; who would rather not loses nothing he typed; the phone may say it as well', async ({ page, context, hospital: { base } }) => {
  await logIn(page, base, 'wangjun')
  await control(base, 'clock', { now: '2026-11-25T01:06:00Z' })
  await page.goto(`${base}/?as=#/pages/me/account/edit`)
  await fill(page, { '姓名*': '吴十', '登录名*': 'wushi' })
  await field(page, '科室').selectOption('眼科')
  await button(page, '保存').click()
  await expect(proof(page)).toBeVisible()
  await expect(proof(page).getByLabel('登录密码')).toBeFocused()
  await picture(page, 'prove-again-1280')
  await page.keyboard.press('Escape')
  await expect(text(page, '没有确认身份，这一步没有办。')).toBeVisible()
  await expect(field(page, '姓名*')).toHaveValue('吴十')

  await page.setViewportSize({ width: 375, height: 800 })
  await expect(field(page, '姓名*')).toHaveValue('吴十')
  await button(page, '保存').click()
  await proof(page).getByLabel('登录密码').fill('not-it-2026')
  await proof(page).getByRole('button', { name: '确认', exact: true }).click()
  await expect(proof(page)).toContainText('密码不对')
  await picture(page, 'prove-again-375')
  await proof(page).getByLabel('登录密码').fill('wangjun-2026')
  await page.keyboard.press('Enter')
  await expect(text(page, '未绑定；发绑定码给本人')).toBeVisible()
  await expect(proof(page)).toBeHidden()

  await page.setViewportSize({ width: 1280, height: 800 })
  await control(base, 'clock', { now: '2026-11-25T01:12:00Z' })
  await button(page, '发绑定码').click()
  await page.getByRole('dialog').getByRole('button', { name: '发绑定码' }).click()
  await proof(page).getByRole('button', { name: '改用手机确认' }).click()
  await expect(proof(page).locator('.qr__img')).toBeVisible()
  await picture(page, 'prove-again-scan-1280')
  const scanning = context.waitForEvent('page')
  await proof(page).getByRole('link', { name: '王军' }).click()
  const phone = await scanning
  await phone.setViewportSize({ width: 375, height: 812 })
  await expect(text(phone, '是您本人正在电脑上办理吗？')).toBeVisible()
  await picture(phone, 'prove-again-phone-375')
  await button(phone, '确认').click()
  await expect(text(phone, '电脑上会接着办刚才那一步。')).toBeVisible()
  await phone.close()
  await expect(seen(page.locator('.code'))).toBeVisible()
})
