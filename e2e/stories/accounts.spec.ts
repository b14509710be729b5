import type { Page } from '@playwright/test'
import { expect, test } from '../hospital'
import { picture } from '../picture'
import { button, field, fill, seen, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

const as = (page: Page, base: string, user: string, path: string) => page.goto(`${base}/?as=wx-${user}#${path}`)
const dialog = (page: Page) => page.getByRole('dialog')

for (const width of [375, 1280]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 800 } })

    test(`S56, B20: at ${width} px an account is made, its code handed out, its password set, and it is switched off for a successor`, async ({ page, hospital }) => {
      const { base } = hospital
      await as(page, base, 'wangjun', '/pages/work/account/accounts')
      await expect(text(page, '李四')).toBeVisible()
      await picture(page, `accounts-${width}`)
      await button(page, '新增账号').click()
      await button(page, '保存').click()
      await expect(text(page, '请填姓名。')).toBeVisible()
      await fill(page, { '姓名*': '吴十', '登录名*': 'wushi', 手机号: '13800000010' })
      await field(page, '科室').selectOption('眼科')
      await picture(page, `account-new-${width}`)
      await button(page, '保存').click()
      await expect(text(page, '未绑定；发绑定码给本人')).toBeVisible()

      await button(page, '发绑定码').click()
      await dialog(page).getByRole('button', { name: '发绑定码' }).click()
      const code = await seen(page.locator('.code')).innerText()
      await expect(page.locator('.code__img')).toBeVisible()
      await picture(page, `account-code-${width}`)

      await page.goto(`${base}/?as=#/pages/me/account/password?name=wushi&code=${code}`)
      await page.reload()
      await fill(page, { 新密码: 'wind-and-rain-7', 再输一遍: 'wind-and-rain-7' })
      await picture(page, `account-password-${width}`)
      await button(page, '设好密码').click()
      await expect(text(page, '登录操作证管家')).toBeVisible()
      await fill(page, { 所属机构: '医疗机构测试1', 登录名: 'wushi', 密码: 'wind-and-rain-7' })
      await button(page, '登录').click()
      await expect(text(page, /件事要办|没有/)).toBeVisible()

      await as(page, base, 'wangjun', '/pages/work/account/account?id=acc-lisi')
      await page.reload()
      await expect(text(page, '已绑定，')).toBeVisible()
      await button(page, '看完整号码：李四').click()
      await expect(text(page, '13800000003')).toBeVisible()
      await picture(page, `account-${width}`)
      await button(page, '停用账号').click()
      await dialog(page).getByRole('radio', { name: /王五/ }).click()
      await picture(page, `account-off-${width}`)
      await button(page, '停用，立刻不能再进来').click()
      await expect(text(page, '王五，替他收提醒')).toBeVisible()

      await as(page, base, 'lisi', '/pages/home/home')
      await page.reload()
      await expect(text(page, '您的账号已停用')).toBeVisible()
      await picture(page, `account-off-seen-${width}`)
    })

    test(`B27, B25: at ${width} px a person is found by pinyin, a certificate is said to be his, he leaves for a successor, and the log tells it`, async ({ page, hospital }) => {
      const { base } = hospital
      await as(page, base, 'wangjun', '/pages/work/person/list')
      await seen(page.getByPlaceholder('姓名、拼音、工号')).fill('lisi')
      await button(page, '查询').click()
      await expect(text(page, '王五')).toHaveCount(0)
      await picture(page, `person-list-${width}`)
      await (width === 375 ? text(page, '李四') : button(page, '详情 李四 2001')).click()
      await button(page, 'C000000004是他的').click()
      await expect(button(page, 'C000000004不是他的')).toBeVisible()
      await picture(page, `person-${width}`)
      await button(page, '离职').click()
      await expect(dialog(page)).toContainText(/有 \d+ 张证提醒他/)
      await dialog(page).getByRole('radio', { name: /王五/ }).click()
      await picture(page, `person-leave-${width}`)
      await button(page, '确定离职').click()
      await expect(text(page, /lisi，已停用，由王五收提醒/)).toBeVisible()

      await as(page, base, 'wangjun', '/pages/work/audit/list')
      await expect(text(page, '人员状态：在岗 → 离职')).toBeVisible()
      await expect(text(page, '在用：是 → 否')).toBeVisible()
      await picture(page, `audit-${width}`)
    })
  })
}
