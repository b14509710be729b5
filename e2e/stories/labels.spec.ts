import type { Page } from '@playwright/test'
import jsqr from 'jsqr'
import { expect, test } from '../hospital'
import { picture } from '../picture'
import { button, field, seen, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

/** What a camera reads in the first code on the page. */
async function decoded(page: Page): Promise<string> {
  const { data, width, height } = await page.locator('.label__qr').first().evaluate((element) => {
    const image = element as HTMLImageElement
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 400
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0, 400, 400)
    return { data: [...(context?.getImageData(0, 0, 400, 400).data ?? [])], width: 400, height: 400 }
  })
  return jsqr(Uint8ClampedArray.from(data), width, height)?.data ?? ''
}

/** 李四, 钱七 and 孙八 hold a certificate of the CT that is valid today. */
async function expectHolders(page: Page): Promise<void> {
  const today = seen(page.locator('.may'))
  await expect(today).toContainText('今日可操作')
  for (const holder of ['李四', '钱七', '孙八']) await expect(today).toContainText(holder)
}

test('B24, S2: at 1280 px labels are ordered, shown in millimetres, and the code in the picture opens the device, at 375 px too', async ({ page, hospital }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/device/list`)
  await seen(page.getByRole('main').getByRole('button', { name: '二维码打印' })).click()
  await seen(page.getByRole('checkbox', { name: /000059/ })).click()
  await seen(page.getByRole('checkbox', { name: /000060/ })).click()
  await expect(text(page, '已选 2 台')).toBeVisible()
  await picture(page, 'labels-choose-1280')
  await button(page, '生成标签').click()
  await expect(page.locator('.label')).toHaveCount(2)
  await picture(page, 'labels-sheet-1280')

  const { width, height } = (await page.locator('.label').first().boundingBox()) ?? { width: 0, height: 0 }
  expect([Math.round((width / 96) * 25.4), Math.round((height / 96) * 25.4)]).toEqual([50, 30])
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)

  const link = await decoded(page)
  await page.goto(link.replace('?', '?as=wx-wangjun&'))
  await expect(text(page, /000059/)).toBeVisible()
  await expect(page).toHaveURL(/#\/pages\/device\/record\/detail\?id=dev-000059/)
  await expectHolders(page)
  await page.setViewportSize({ width: 375, height: 800 })
  await page.goto('about:blank')
  await page.goto(link.replace('?', '?as=wx-wangjun&'))
  await expect(text(page, /000059/)).toBeVisible()
  await expectHolders(page)
  await page.setViewportSize({ width: 1280, height: 800 })

  await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/label/record/orders`)
  await expect(text(page, /2 台/)).toBeVisible()
  await picture(page, 'labels-orders-1280')
})

test('B4, B24: at 375 px 扫一扫 takes the 唯一码 that stands on the label, and says when it is none', async ({ page, hospital }) => {
  await page.setViewportSize({ width: 375, height: 800 })
  await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/device/list`)
  await button(page, '扫一扫').click()
  await field(page, '唯一码').fill('000999')
  await button(page, '打开设备').click()
  await expect(text(page, /没有唯一码为 000999 的设备/)).toBeVisible()
  await picture(page, 'labels-scan-375')
  await field(page, '唯一码').fill('000059')
  await button(page, '打开设备').click()
  await expect(text(page, /000059/)).toBeVisible()
  await expectHolders(page)
})

test('B4, B35: at 1280 px a scanner at the desk types the label’s address and Enter, and who may operate the device today is read', async ({ page, hospital }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/device/list`)
  await seen(page.getByRole('navigation', { name: '菜单' })).getByText('扫码找设备', { exact: true }).click()
  await expect(field(page, '唯一码')).toBeFocused()
  await page.keyboard.type('999')
  await page.keyboard.press('Enter')
  await expect(text(page, /没有唯一码为 000999 的设备/)).toBeVisible()
  await picture(page, 'labels-scan-1280')
  await field(page, '唯一码').fill('')
  await page.keyboard.type('ｈｔｔｐｓ：／／ｈｏｓｐｉｔａｌ．ｅｘａｍｐｌｅ／？ｄｅｖｉｃｅ＝ｄｅｖ－００００５９')
  await page.keyboard.press('Enter')
  await expect(text(page, /000059/)).toBeVisible()
  await expectHolders(page)
  await picture(page, 'labels-scanned-1280')
})
