import { checkPassword, hashPassword } from './password-hash'

test('a password fits its own hash only, whatever the salt', async () => {
  const hash = await hashPassword('Guide-2024')
  expect(hash).not.toEqual(await hashPassword('Guide-2024'))
  expect(await checkPassword('Guide-2024', hash)).toBe(true)
  expect(await checkPassword('guide-2024', hash)).toBe(false)
})

test('a given salt gives the same hash in every run', async () => {
  const salt = Buffer.alloc(16, 7)
  expect(await hashPassword('x', salt)).toEqual(await hashPassword('x', salt))
})

test('a stored text that is no hash fits nothing', async () => {
  for (const stored of ['', 'abc', ':', 'YWJj:']) expect(await checkPassword('', stored)).toBe(false)
})
