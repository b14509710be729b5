import { secretOwner } from '../channels-in-force'
import { nodeSecretBox } from '../secret-box'
import { memoryStore } from '../testing/memory-store'
import { rotateSecrets, untouchedSettings } from './channel-settings'

const now = new Date('2026-11-25T01:00:00Z')
const before = nodeSecretBox({ SECRETS_KEY: 'first' })
const during = nodeSecretBox({ SECRETS_KEY: 'second', SECRETS_KEY_PREVIOUS: 'first' })
const after = nodeSecretBox({ SECRETS_KEY: 'second' })

test('rotating carries every institution over to the new master key, and again carries nothing', async () => {
  const ids = Array.from({ length: 120 }, (_, n) => `h${String(n).padStart(3, '0')}`)
  const store = memoryStore({ channel_settings: ids.map((id) => ({ ...untouchedSettings(id, now), secrets: { miniSecret: before.seal(`secret of ${id}`, secretOwner(id, 'miniSecret')) } })) })
  expect(await rotateSecrets(store, during)).toBe(120)
  for (const { _id, secrets } of store.all('channel_settings')) expect(secrets.miniSecret && after.open(secrets.miniSecret, secretOwner(_id, 'miniSecret'))).toBe(`secret of ${_id}`)
  expect(await rotateSecrets(store, during)).toBe(0)
})
