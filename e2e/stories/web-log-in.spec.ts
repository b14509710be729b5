import { expect, test } from '../hospital'
import { picture } from '../picture'
import { button, confirmLogIn, seen, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z', viewport: { width: 1280, height: 800 } })

test('B22: the web page shows a code, the phone that scans it is asked who logs in where, and after 确认登录 the page is in; a turned down code lets nobody in', async ({ page, context, hospital }) => {
  const { base } = hospital
  await page.goto(`${base}/?as=#/pages/home/home`)
  await expect(seen(page.locator('.qr__img'))).toBeVisible()
  await picture(page, 'web-log-in-1280')

  const scanning = context.waitForEvent('page')
  await page.getByRole('link', { name: '李四' }).click()
  const phone = await scanning
  await phone.setViewportSize({ width: 375, height: 812 })
  await expect(text(phone, '是您本人正在电脑上登录吗？')).toBeVisible()
  await expect(text(phone, /李四\s+lisi/)).toBeVisible()
  await expect(text(page, /已扫码，请在手机上点「确认登录」。/)).toBeVisible()
  await picture(phone, 'web-log-in-confirm-375')
  await button(phone, '取消').click()
  await expect(text(phone, '已取消，没有登录')).toBeVisible()
  await phone.close()
  await expect(text(page, '已在手机上取消。')).toBeVisible()

  await button(page, '换一个二维码').click()
  await expect(text(page, '打开微信扫一扫，在手机上点「确认登录」。')).toBeVisible()
  const again = context.waitForEvent('page')
  await page.getByRole('link', { name: '李四' }).click()
  const second = await again
  await confirmLogIn(page, second)
  await expect(text(second, '已确认')).toBeVisible()
  await expect(text(page, /件事要办|没有/)).toBeVisible()
  await second.reload()
  await expect(text(second, '这个登录码已经失效，请在电脑上换一个再扫。')).toBeVisible()
})
