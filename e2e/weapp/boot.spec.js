const { bootPhone, ABSENT } = require('./phone')

const NOW = '2026-11-23T01:42:00.000Z'
const reach = { bound: true, follows: false, hasPhone: true, wechatCredits: 3 }
const account = {
  id: 'a1', name: '张三', loginName: 'zhangsan', role: 'equipment-office', department: { id: 'd1', name: '影像中心' },
  institution: { id: 'i1', name: '医疗机构测试1' }, phoneMasked: '138****0001', reach,
}
const certificate = {
  id: 'c1', version: 1, typeName: '', number: 'C000000012', holderName: '钱七', title: '',
  devices: [{ id: 'dv62', code: '000062', name: '放射性活度计(PETMR)', department: { id: 'd1', name: '影像中心' }, model: '', type: '', unit: '台(套)' }],
  deviceCount: 1, expiresOn: '2026-10-31', longTerm: false, leadDays: 30, sendTime: '08:00:00', handling: null, nextSendAt: null,
}
const message = { id: 'm1', at: '2026-11-23T00:00:00.000Z', title: '放射性活度计(PETMR)', text: '放射性活度计(PETMR)已经快到设备操作证到期日了, 设备操作证到期日是: 2026-10-31, 请及时处理!', items: [], readAt: null }

const answers = {
  'account.me': () => ({ account, actions: ['certificate.read', 'certificate.handle', 'inbox.read'], subscribeTemplateId: null }),
  'home.overview': () => ({ today: '2026-11-23', todo: [certificate], todoTotal: 1, unread: 1, months: [{ month: 'expired', total: 1, marks: [{ state: 'over', count: 1 }] }], devices: 21, devicesWithoutHolder: 1, lastTickAt: '2026-11-23T01:40:00.000Z', alarm: '' }),
  'inbox.list': ({ pageSize }) => ({ rows: [message], total: 1, page: 1, pageSize, unread: 1 }),
  'inbox.unread': () => ({ unread: 1 }),
}

const phoneThat = (replies) => {
  const calls = []
  const callFunction = async ({ name, data }) => {
    calls.push({ name, ...data })
    const answer = replies[data.operation]
    return { result: answer ? { ok: true, data: answer(data.input), now: NOW } : { ok: false, code: 'unexpected', detail: {}, now: NOW } }
  }
  return { ...bootPhone({ callFunction }), calls }
}

beforeEach(() => {
  jest.resetModules()
  document.body.innerHTML = ''
  delete global.wx
})

test('S55: the built mini-program boots without the browser\'s globals and lists what came through its own query hook', async () => {
  const phone = phoneThat(answers)
  const home = await phone.open('pages/home/home')
  const text = await phone.until(home, '钱七')
  for (const name of ABSENT) expect(global[name]).toBeUndefined()
  expect(text).toContain('医疗机构测试1')
  expect(text).toContain('今天有 1 件事要办')
  expect(text).toContain('放射性活度计(PETMR)')
  expect(text).toContain('已过期')
  expect(await phone.until(home, '消息 1 条未读')).toContain(message.text)
  expect(phone.calls.map((call) => call.operation)).toEqual(expect.arrayContaining(['account.me', 'home.overview', 'inbox.list', 'inbox.unread']))
  expect(phone.calls.every((call) => call.name === 'api')).toBe(true)
})

test('a tap on 处理 opens the certificate with its handling', async () => {
  const phone = phoneThat(answers)
  const home = await phone.open('pages/home/home')
  await phone.until(home, '钱七')
  await phone.tap(home, 'entry__act', '处理')
  expect(phone.navigated).toEqual([{ kind: 'navigateTo', url: '/pages/certificate/record/detail?id=c1&handle=1' }])
})

test('an unbound WeChat user is told what the app is for and can bind', async () => {
  const phone = phoneThat({ 'account.me': () => ({ account: null, actions: [], subscribeTemplateId: null }) })
  const home = await phone.open('pages/home/home')
  expect(await phone.until(home, '绑定账号')).toContain('到期之前有人知道。')
})

test('without a network the page says so and offers 重试', async () => {
  const phone = bootPhone({ callFunction: () => Promise.reject(new Error('no network')) })
  const home = await phone.open('pages/home/home')
  const text = await phone.until(home, '重试')
  expect(text).toContain('网络不通')
  expect(text).toContain('提醒由服务器发送，不受影响。')
})

const device = { id: 'dv55', code: '000055', name: '裂隙灯', department: { id: 'd2', name: '眼科' }, status: 'in-service', model: 'SL-1', assetNumber: '', unit: '台(套)', origin: '', serialNumber: '', type: '眼科', maintainer: '', validHolders: 0 }

test('the device list shows what came through the query hook', async () => {
  const phone = phoneThat({ ...answers, 'device.list': ({ page, pageSize, keyword }) => ({ rows: keyword === '裂隙灯' || !keyword ? [device] : [], total: 1, page, pageSize }), 'department.list': () => ({ rows: [{ id: 'd2', name: '眼科', parentId: null }] }) })
  const list = await phone.open('pages/device/list')
  const text = await phone.until(list, '000055')
  expect(text).toContain('裂隙灯')
  expect(text).toContain('眼科')
})

test.each([
  ['pages/device/list', '设备'], ['pages/certificate/list', '操作证'], ['pages/inbox/list', '消息'], ['pages/me/me', '我的'],
  ['pages/device/record/detail', '设备'], ['pages/device/record/create', '新增设备档案'],
  ['pages/certificate/record/edit', '操作证'], ['pages/certificate/record/detail', '操作证'], ['pages/certificate/record/devices', '选择设备'],
  ['pages/certificate/record/people', '发送给指定人员'], ['pages/certificate/record/deliveries', '送达记录'],
  ['pages/work/health/status', '运行状况'], ['pages/inbox/record/detail', '消息详情'], ['pages/me/account/bind', '绑定账号'], ['pages/me/account/log-in', '登录'], ['pages/work/account/accounts', '账号管理'],
])('%s opens on the phone', async (route, title) => {
  const phone = phoneThat(answers)
  const page = await phone.open(route, { id: 'x1' })
  expect(await phone.until(page, title)).toContain(title)
})

const LONG = '环境监测用x-r辐射空气比释动能率仪及其附属的远程校准与数据采集装置（第二代）'
const many = ({ page, pageSize }) => Array.from({ length: pageSize }, (_, n) => ({ ...certificate, id: `c-${page}-${n}`, holderName: '阿卜杜热合曼·买买提艾力·吐尔逊', devices: [{ ...certificate.devices[0], name: LONG }] }))

/** 64 KB. */
const MOST_AT_ONCE = 65_536
test('no update of 首页 with all it can say is larger than 65,536 bytes', async () => {
  const phone = phoneThat({ ...answers, 'home.overview': () => ({ ...answers['home.overview'](), todo: many({ page: 1, pageSize: 20 }), todoTotal: 300 }) })
  const home = await phone.open('pages/home/home')
  expect(await phone.until(home, '今天有 300 件事要办')).toContain(LONG)
  expect(Math.max(...phone.payloads)).toBeLessThanOrEqual(MOST_AT_ONCE)
})

test('a list of 5,000 is read on by updates of at most 65,536 bytes, which do not grow with the list', async () => {
  const counts = { expired: 5000, 'within-30': 0, 'within-90': 0, 'within-180': 0, ok: 0, 'long-term': 0 }
  const phone = phoneThat({ ...answers, 'certificate.list': (asked) => ({ rows: many(asked), total: 5000, page: asked.page, pageSize: asked.pageSize, counts }), 'department.list': () => ({ rows: [] }) })
  const list = await phone.open('pages/certificate/list')
  for (const left of [4980, 4960, 4940, 4920]) {
    expect(await phone.until(list, `再看 ${left} 张`)).toContain(`再看 ${left} 张`)
    list.instance.onReachBottom()
  }
  expect(Math.max(...phone.payloads)).toBeLessThanOrEqual(MOST_AT_ONCE)
})
