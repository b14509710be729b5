import { emptyDeviceFields } from '../domain/device/device'
import { queryTokens } from '../domain/device/search'
import { certificateTokens, deviceTokens, typeToken } from './search-tokens'

const tokensOf = (name: string, type = '') => deviceTokens({ code: '000059', fields: { ...emptyDeviceFields(), name, type } })
const finds = (tokens: string[], keyword: string) => queryTokens(keyword).every((token) => tokens.includes(token))

test('B19: a device is found by part of its name, by initials, by pinyin and by its 唯一码 without zeros', async () => {
  const tokens = await tokensOf('数码裂隙灯显微镜')
  for (const keyword of ['裂隙灯', 'lxd', 'liexideng', '000059', '59']) expect([keyword, finds(tokens, keyword)]).toEqual([keyword, true])
  expect(finds(tokens, '核磁')).toBe(false)
})

test('S6: a certificate is found by number, holder and each device, and by the type of any of them', async () => {
  const devices = await Promise.all([tokensOf('裂隙灯'), tokensOf('电动吸引器', '急救')].map(async (tokens) => ({ tokens: await tokens })))
  const all = await certificateTokens({ number: 'C000000001', holderName: '张三', devices })
  const own = await certificateTokens({ number: 'C000000001', holderName: '张三', devices: [] })
  for (const keyword of ['C000000001', '张三', 'zhangsan', '裂隙灯', '吸引器']) expect([keyword, finds(all, keyword)]).toEqual([keyword, true])
  expect(all).toContain(typeToken('急救'))
  expect(finds(own, '裂隙灯')).toBe(false)
})
