import { plusMinutes } from '../domain/kernel/civil-day'
import { accountOfScene, sceneFor } from './follow-scene'
import { addressAt, pushPath } from './push-address'
import { nodeSecrets } from './secrets'

const secrets = nodeSecrets({ ADDRESS_KEY: 'k' })
const now = new Date('2026-11-25T01:00:00Z')

describe('the scene of a follow code', () => {
  const { scene } = sceneFor(secrets, 'a'.repeat(32), now)
  test('names its account, for scans of followers and of new ones, for ten minutes', () => {
    expect(scene.length).toBeLessThanOrEqual(64)
    expect(accountOfScene(secrets, scene, plusMinutes(now, 10))).toBe('a'.repeat(32))
    expect(accountOfScene(secrets, `qrscene_${scene}`, now)).toBe('a'.repeat(32))
    expect(accountOfScene(secrets, scene, plusMinutes(now, 11))).toBeNull()
  })
  test('forged, changed and foreign scenes name nobody', () => {
    for (const forged of [scene.replace('aaaa', 'bbbb'), `${scene.slice(0, -1)}${scene.endsWith('0') ? '1' : '0'}`, 'b.x.1.0000000000000000', '', 'qrscene_', '中'.repeat(99)]) expect(accountOfScene(secrets, forged, now)).toBeNull()
  })
})

describe('the address of an institution', () => {
  test.each(['events', 'sms'] as const)('is known again (%s), and for nothing else', (kind) => {
    const path = pushPath(secrets, { kind, institutionId: 'hospital-1' })
    expect(addressAt(secrets, path)).toEqual({ kind, institutionId: 'hospital-1' })
    expect(addressAt(secrets, path.replace('hospital-1', 'hospital-2'))).toBeNull()
    expect(addressAt(secrets, path.replace(kind, kind === 'sms' ? 'events' : 'sms'))).toBeNull()
    expect(addressAt(nodeSecrets({ ADDRESS_KEY: 'other' }), path)).toBeNull()
  })
  test.each(['', '/wechat', '/wechat/sms/', '/wechat/sms/%E0%A4%A/00000000000000000000000000000000', '/wechat/sms/h/0'])('%s is none', (path) => expect(addressAt(secrets, path)).toBeNull())
})
