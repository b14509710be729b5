import { nodeSecrets } from './secrets'
import { readSettings, requireSettings } from './settings'

test('several mini-programs stand with commas between; an origin loses its last slash', () => {
  expect(readSettings({ MINI_APP_IDS: ' wx1, wx2 ,', WEB_ORIGIN: 'https://web.example/' })).toEqual({ miniAppIds: ['wx1', 'wx2'], webOrigin: 'https://web.example', subscribeTemplateId: null })
})

test('what is missing is named, all at once', () => {
  expect(() => requireSettings({ CODE_KEY: 'x', SESSION_KEY: '' }, ['CODE_KEY', 'SESSION_KEY', 'DELIVER_KEY'])).toThrow('SESSION_KEY, DELIVER_KEY')
})

test('each purpose has its own key, and without it nothing is signed', () => {
  const secrets = nodeSecrets({ CODE_KEY: 'a', SESSION_KEY: 'b' })
  expect(secrets.sign('bind-code', 'x')).not.toBe(secrets.sign('session', 'x'))
  expect(() => secrets.sign('deliver', 'x')).toThrow('DELIVER_KEY')
})
