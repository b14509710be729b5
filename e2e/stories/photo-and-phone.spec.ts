import { control, expect, test } from '../hospital'
import { photoOf } from '../papers'
import { picture } from '../picture'
import { attach, button, field, text } from '../steps'

test.use({ viewport: { width: 375, height: 812 }, startsAt: '2026-11-25T01:00:00Z' })

test('B15: a photo proposes what it says, what is ticked is filled in, and where nothing can be read one tap goes on by hand', async ({ page, hospital }) => {
  await page.goto(`${hospital.base}/?as=wx-lisi#/pages/certificate/record/edit`)
  await attach(page, { name: '证.jpg', mimeType: 'image/jpeg', buffer: await photoOf(page) })
  const [staged] = hospital.store.find('uploads', { accountId: 'acc-lisi' }, { limit: 10 }).docs
  await control(hospital.base, 'providers/faults', { end: 'printed-text', times: 1, code: 45009 })
  await button(page, '从照片识字，帮我填').click()
  await expect(text(page, '今天的识字次数已用完，请自己填写。')).toBeVisible()
  await button(page, '自己填').click()

  await control(hospital.base, 'wechat/printed-text', { image: String(staged?.fileId).split('/').pop(), lines: ['证书编号：HZ-2023-00018', '姓名：王五', '有效期至 2027年6月4日'] })
  await field(page, '证件号').fill('HZ-1')
  await button(page, '从照片识字，帮我填').click()
  await expect(text(page, '读自「有效期至 2027年6月4日」')).toBeVisible()
  await expect(text(page, /现在填的是 HZ-1/)).toBeVisible()
  await picture(page, 'read-photo-375')
  await button(page, '填入勾选的项目').click()
  await expect(field(page, '姓名')).toHaveValue('王五')
  await expect(field(page, '证件号')).toHaveValue('HZ-1')
})

test('S42: whoever has the number on record binds by two taps, and is asked whose account it is', async ({ page, hospital }) => {
  await control(hospital.base, 'wechat/users', { openid: 'wx-phone-of-zhaoliu', phone: '13800000005' })
  await page.goto(`${hospital.base}/?as=wx-phone-of-zhaoliu#/pages/home/home`)
  await button(page, '用手机号绑定').click()
  await button(page, '用微信手机号绑定').click()
  await expect(text(page, '赵六')).toBeVisible()
  await picture(page, 'bind-phone-375')
  await button(page, '绑定医疗机构测试1赵六的账号').click()
  await expect(text(page, /件事要办/)).toBeVisible()
})
