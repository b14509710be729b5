import * as v from 'valibot'
import type { Reply } from '../../contract/call'
import { emptyForm } from '../../domain/certificate/certificate'
import { expect, test } from '../hospital'
import { pdf, photoOf } from '../papers'
import { attach, button, fill, text } from '../steps'

test.use({ startsAt: '2026-11-25T01:00:00Z' })

for (const width of [375, 1280]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 800 } })

    test(`S32, B25: at ${width} px a certificate is edited, its scans are put in order and one is replaced; the history says so, and who looks at a scan stands on it`, async ({ page, hospital }) => {
      const form = { ...emptyForm(), deviceIds: ['dev-000075'], number: 'C000000900', holderName: '张伟', issuedOn: '2022-01-01', expiresOn: '2027-10-31' }
      const saved = await hospital.invoke('api', { operation: 'certificate.save', input: { id: null, version: null, form }, requestId: 'edit-story-00000001' }, 'wx-wangjun') as Reply
      const { id } = v.parse(v.object({ id: v.string() }), saved.ok ? saved.data : saved)
      const edit = `${hospital.base}/?as=wx-wangjun#/pages/certificate/record/edit?id=${id}`
      await page.goto(edit)
      await fill(page, { 颁证单位: '省卫生健康委员会' })
      const buffer = await photoOf(page)
      for (const name of ['反面.jpg', '正面.jpg']) await attach(page, { name, mimeType: 'image/jpeg', buffer })
      await button(page, '调整顺序或替换').click()
      await button(page, '前移 正面.jpg').click()
      const chooser = page.waitForEvent('filechooser')
      await button(page, '替换 反面.jpg').click()
      await (await chooser).setFiles({ name: '反面.pdf', mimeType: 'application/pdf', buffer: pdf })
      await expect(button(page, '查看 反面.pdf')).toBeVisible()

      await button(page, '保存').click()
      await expect.poll(() => hospital.store.find('certificates', { _id: id }).docs[0]).toMatchObject({ issuer: '省卫生健康委员会', attachments: [{ name: '正面.jpg' }, { name: '反面.pdf' }] })

      // The form leaves by itself once it is saved, and would leave what was typed into the address just now as well: the history opens in a fresh page.
      await page.goto('about:blank')
      await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/certificate/record/history?id=${id}`)
      await expect(text(page, /操作证：增加 2 份/)).toBeVisible()
      await expect(text(page, /颁证单位：/)).toBeVisible()

      // What is looked at is a copy with the viewer and the time burnt into it, never the file itself.
      await page.goto('about:blank')
      await page.goto(`${hospital.base}/?as=wx-wangjun#/pages/certificate/record/detail?id=${id}`)
      await button(page, '查看 正面.jpg').click()
      await expect(page.getByRole('dialog', { name: '正面.jpg' }).locator('img')).toHaveAttribute('src', /^blob:/)
    })
  })
}
