import { emptyForm } from '../../../../domain/certificate/certificate'
import { bothVersions } from './both-versions'

test('what two people changed differently is told with both values, in the form\'s order', () => {
  const theirs = { ...emptyForm(), issuer: '市卫健委', expiresOn: '2029-01-31' as const, deviceIds: ['a', 'b'], channels: { home: true, sms: true, wechat: false } }
  const mine = { ...emptyForm(), issuer: '', expiresOn: '2030-01-31' as const, deviceIds: ['a'], channels: { home: false, sms: false, wechat: true } }
  expect(bothVersions(['channels', 'expiresOn', 'issuer', 'deviceIds'], { theirs, mine })).toEqual([
    '关联设备：最新 2 台，您的 1 台', '颁证单位：最新 市卫健委，您的 空', '有效期至：最新 2029-01-31，您的 2030-01-31', '发送形式：最新 首页、短信，您的 微信',
  ])
})
