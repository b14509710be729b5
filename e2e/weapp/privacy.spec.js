const fs = require('fs')
const path = require('path')
const { bootPhone } = require('./phone')

const dist = path.resolve(__dirname, '../../dist/weapp')
const reply = (data) => ({ result: { ok: true, data, now: '2026-11-25T01:00:00.000Z' } })
const unbound = { account: null, actions: [], subscribeTemplateId: null }

const startApp = (more = {}) => {
  jest.resetModules()
  document.body.innerHTML = ''
  delete global.wx
  const phone = bootPhone({
    callFunction: ({ data: { operation } }) => Promise.resolve(operation === 'account.find-by-phone' ? reply({ accounts: [{ ticket: 't', name: '赵六', institution: '医疗机构测试1' }] }) : reply(unbound)),
    more: { getPrivacySetting: ({ success }) => success({ needAuthorization: true, privacyContractName: '《操作证管家隐私保护指引》' }), ...more },
  })
  return phone
}

/** WeChat calls the listener when something private is about to be used; `answers` keeps what the app says to it. */
const privacyOf = () => {
  let listener
  const answers = []
  return { onNeedPrivacyAuthorization: (given) => { listener = given }, need: () => listener((answer) => answers.push(answer), { referrer: 'chooseMedia' }), answers, known: () => listener !== undefined }
}

test('rules of review: what is private is declared, and the app listens before anything private can be asked', () => {
  expect(JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8')).__usePrivacyCheck__).toBe(true)
  const privacy = privacyOf()
  const phone = startApp({ onNeedPrivacyAuthorization: privacy.onNeedPrivacyAuthorization })
  expect(privacy.known()).toBe(true)
  expect([phone.navigated, privacy.answers]).toEqual([[], []])
})

test('rules of review: the first private call opens the agreement once; its text can be read; agreeing lets every call that waited go on', async () => {
  const privacy = privacyOf()
  const openPrivacyContract = jest.fn()
  const phone = startApp({ onNeedPrivacyAuthorization: privacy.onNeedPrivacyAuthorization, openPrivacyContract })
  privacy.need()
  privacy.need()
  expect(phone.navigated).toEqual([{ kind: 'navigateTo', url: '/pages/me/account/agree' }])
  expect(privacy.answers).toEqual([{ event: 'exposureAuthorization' }, { event: 'exposureAuthorization' }])
  const page = await phone.open('pages/me/account/agree')
  await phone.until(page, '《操作证管家隐私保护指引》')
  await phone.tap(page, 'btn', '《操作证管家隐私保护指引》')
  expect(openPrivacyContract).toHaveBeenCalledTimes(1)
  const button = await phone.tell(page, '同意并继续', 'agreeprivacyauthorization', {})
  expect(privacy.answers.slice(2)).toEqual([{ event: 'agree', buttonId: 'agree' }, { event: 'agree', buttonId: 'agree' }])
  // WeChat looks for the pressed button under the id that it is told.
  expect(button.__wxElement.id).toBe('agree')
  expect(fs.readFileSync(path.join(dist, 'base.wxml'), 'utf8')).toMatch(/<button[^>]*open-type=[^>]*bindagreeprivacyauthorization="eh"/)
})

test('rules of review: whoever refuses or goes back is asked for nothing more, and the call ends as refused', async () => {
  const privacy = privacyOf()
  const phone = startApp({ onNeedPrivacyAuthorization: privacy.onNeedPrivacyAuthorization })
  privacy.need()
  const page = await phone.open('pages/me/account/agree')
  await phone.until(page, '不同意')
  await phone.tap(page, 'btn', '不同意')
  page.instance.onUnload()
  expect(privacy.answers.slice(1)).toEqual([{ event: 'disagree' }])
})

test('S42: the phone number button hands over a code and no number; the account found by it is shown before it is bound', async () => {
  const phone = startApp()
  const page = await phone.open('pages/me/account/phone')
  await phone.until(page, '用微信手机号绑定')
  await phone.tell(page, '用微信手机号绑定', 'getphonenumber', { errno: 1400001 })
  expect(await phone.until(page, '微信暂时不提供手机号')).toContain('请用登录名和密码或绑定码绑定')
  await phone.tell(page, '用微信手机号绑定', 'getphonenumber', { code: 'phone-code' })
  expect(await phone.until(page, '是您的账号吗')).toContain('赵六')
})
