const { openHospital, callFunctionAs } = require('./hospital')
const { bootPhone } = require('./phone')

let hospital
beforeAll(async () => { hospital = await openHospital() }, 60_000)
afterAll(() => hospital?.close())

/** A start of the app on the same phone: nothing of the former start is left in memory. */
const startApp = () => {
  jest.resetModules()
  document.body.innerHTML = ''
  delete global.wx
  return bootPhone({ callFunction: callFunctionAs(hospital.base, 'wx-phone-of-zhangsan') })
}

test('S56: on the built mini-program and the built functions 张三 binds his account and sees what is to do', async () => {
  const phone = startApp()
  const home = await phone.open('pages/home/home')
  expect(await phone.until(home, '绑定账号')).toContain('到期之前有人知道。')

  await phone.type(home, '所属机构', '医疗机构测试1')
  await phone.type(home, '登录名', 'zhangsan')
  await phone.type(home, '密码', 'wrong')
  await phone.tap(home, 'btn--fill', '绑定')
  expect(await phone.until(home, '机构、登录名或密码不对')).toContain('请检查后再试')

  await phone.type(home, '密码', 'zhangsan-2026')
  await phone.tap(home, 'btn--fill', '绑定')
  expect(await phone.until(home, '件事要办')).toContain('医疗机构测试1')
  expect(phone.textOf(home)).toContain('今天到期')
}, 60_000)

test('S9: at the next start his hospital\'s devices are listed by 唯一码, and a tap opens one', async () => {
  const phone = startApp()
  const devices = await phone.open('pages/device/list')
  expect(await phone.until(devices, '000075')).toContain('检眼镜')
  await phone.tap(devices, 'entry__p', '000074')
  expect(phone.navigated).toEqual([{ kind: 'navigateTo', url: '/pages/device/record/detail?id=dev-000074' }])
}, 60_000)
