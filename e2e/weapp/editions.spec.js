const fs = require('fs')
const path = require('path')

const dist = path.resolve(__dirname, '../../dist')
const filesUnder = (folder) => fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const file = path.join(folder, entry.name)
  return entry.isDirectory() ? filesUnder(file) : [file]
})
const textOf = (edition) => filesUnder(path.join(dist, edition)).filter((file) => /\.(js|css|html|json|wxml|wxss)$/.test(file)).map((file) => fs.readFileSync(file, 'utf8')).join('\n')

const EMULATOR_ONLY = ['_emulator', 'emulator-openid', '本机演示']

test.each(['h5', 'weapp'])('nothing that opens the app as a chosen WeChat user is in dist/%s', (edition) => {
  const text = textOf(edition)
  for (const mark of EMULATOR_ONLY) expect(text.includes(mark)).toBe(false)
})

test('the edition for the emulator can be opened as a chosen WeChat user', () => {
  const text = textOf('h5-emulator')
  for (const mark of EMULATOR_ONLY) expect(text.includes(mark)).toBe(true)
})

test('the mini-program carries no table and no desktop shell, and its main package keeps its limit', () => {
  const folder = path.join(dist, 'weapp')
  const { subPackages = [] } = JSON.parse(fs.readFileSync(path.join(folder, 'app.json'), 'utf8'))
  const main = filesUnder(folder).filter((file) => !subPackages.some(({ root }) => path.relative(folder, file).startsWith(`${root}${path.sep}`)))
  expect(main.reduce((sum, file) => sum + fs.statSync(file).size, 0)).toBeLessThanOrEqual(409_600)
  expect(textOf('weapp').includes('shell__top')).toBe(false)
})

test('the page of the web edition asks for what shows 首页 along with the app, and brings nothing that browsers of 2020 have themselves', () => {
  const page = fs.readFileSync(path.join(dist, 'h5', 'index.html'), 'utf8')
  const ahead = [...page.matchAll(/<link rel="preload" as="script" href="\/([^"]+)">/g)].map(([, file]) => fs.readFileSync(path.join(dist, 'h5', file), 'utf8'))
  expect(ahead.some((script) => script.includes('件事要办'))).toBe(true)
  const named = [...page.matchAll(/src="\/([^"]+)"/g)].map(([, file]) => fs.readFileSync(path.join(dist, 'h5', file), 'utf8')).join('')
  for (const polyfill of ['Body not allowed for GET or HEAD requests', '__core-js_shared__']) expect(named.includes(polyfill)).toBe(false)
})
