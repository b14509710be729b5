// What WeChat's compiler and reviewers reject, looked for in the built package.
const fs = require('fs')
const path = require('path')
const ts = require('typescript')

const root = path.resolve(__dirname, '../../dist/weapp')
const filesUnder = (folder) => fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const file = path.join(folder, entry.name)
  return entry.isDirectory() ? filesUnder(file) : [file]
})
const files = filesUnder(root)
const read = (file) => fs.readFileSync(file, 'utf8')
const exists = (file) => fs.existsSync(path.join(root, file))
const app = JSON.parse(read(path.join(root, 'app.json')))
const pages = [...app.pages, ...app.subPackages.flatMap(({ root: folder, pages: names }) => names.map((name) => `${folder}/${name}`))]
const sizeOf = (all) => all.reduce((sum, file) => sum + fs.statSync(file).size, 0)

test('every page has its three files, and none is named twice', () => {
  expect(pages.flatMap((page) => ['js', 'json', 'wxml'].map((kind) => `${page}.${kind}`)).filter((file) => !exists(file))).toEqual([])
  expect(new Set(pages).size).toBe(pages.length)
})

/** Limits: developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html, and 40 KB for a tab's picture. */
test('no sub-package is over 2 MB, all together not over 30 MB, and each lies apart from the others', () => {
  const folders = app.subPackages.map(({ root: folder }) => folder)
  for (const folder of folders) expect(sizeOf(filesUnder(path.join(root, folder)))).toBeLessThan(2 * 1024 * 1024)
  expect(sizeOf(files)).toBeLessThan(30 * 1024 * 1024)
  expect(folders.filter((folder) => folders.some((other) => other !== folder && other.startsWith(`${folder}/`)))).toEqual([])
})

test('the tab bar leads to pages of the main package, by two to five tabs with pictures of at most 40 KB', () => {
  const { list } = app.tabBar
  expect(list.length).toBeGreaterThanOrEqual(2)
  expect(list.length).toBeLessThanOrEqual(5)
  expect(list.map(({ pagePath }) => pagePath).filter((page) => !app.pages.includes(page))).toEqual([])
  const pictures = list.flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath])
  expect(pictures.filter((file) => !exists(file) || fs.statSync(path.join(root, file)).size > 40 * 1024)).toEqual([])
})

test('what is loaded before it is needed are sub-packages that there are', () => {
  const folders = app.subPackages.map(({ root: folder }) => folder)
  expect(Object.keys(app.preloadRule).filter((page) => !pages.includes(page))).toEqual([])
  expect(Object.values(app.preloadRule).flatMap(({ packages }) => packages).filter((folder) => !folders.includes(folder))).toEqual([])
})

test('components, templates and style sheets that a file names are in the package', () => {
  const from = (file, name) => (name.startsWith('/') ? path.join(root, name) : path.resolve(path.dirname(file), name))
  const named = files.flatMap((file) => {
    if (file.endsWith('.json')) return Object.values(JSON.parse(read(file)).usingComponents ?? {}).map((name) => `${from(file, name)}.json`)
    if (file.endsWith('.wxml')) return [...read(file).matchAll(/<(?:import|include|wxs)[^>]* src="([^"]+)"/g)].map(([, name]) => from(file, name))
    return file.endsWith('.wxss') ? [...read(file).matchAll(/@import ["']([^"']+)["']/g)].map(([, name]) => from(file, name)) : []
  })
  expect(named.length).toBeGreaterThan(pages.length)
  expect(named.filter((file) => !fs.existsSync(file))).toEqual([])
})

test('colours of day and night are both told for everything that app.json takes from the theme', () => {
  const theme = JSON.parse(read(path.join(root, app.themeLocation)))
  const names = [...JSON.stringify(app).matchAll(/"@(\w+)"/g)].map(([, name]) => name)
  expect(names.filter((name) => theme.light[name] === undefined || theme.dark[name] === undefined)).toEqual([])
})

test('only the code of the page that is opened is run at the start', () => {
  expect(app.lazyCodeLoading).toBe('requiredComponents')
})

/** Newer than ES2020, which WeChat's engines have run since iOS 13.4, or fatal to a whole file: lookbehind before iOS 16.4 (caniuse.com). */
const ASSIGNED_IF = new Set([ts.SyntaxKind.QuestionQuestionEqualsToken, ts.SyntaxKind.BarBarEqualsToken, ts.SyntaxKind.AmpersandAmpersandEqualsToken])
const tooNew = (node) => {
  if (ts.isRegularExpressionLiteral(node)) return /\(\?<[=!]/.test(node.text) || /\/[gimuy]*[dsv]/.test(node.text.slice(node.text.lastIndexOf('/')))
  if (ts.isPrivateIdentifier(node) || ts.isClassStaticBlockDeclaration(node) || ts.isBigIntLiteral(node)) return true
  return ts.isBinaryExpression(node) && ASSIGNED_IF.has(node.operatorToken.kind)
}
const faultsOf = (file) => {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest)
  const faults = source.parseDiagnostics.map(({ messageText }) => messageText)
  const visit = (node) => {
    if (tooNew(node)) faults.push(source.text.slice(node.pos, node.pos + 60))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return faults.map((fault) => `${path.relative(root, file)}: ${String(fault)}`)
}
test('every script can be read by a phone that knows ES2020, since nothing is compiled again when it is uploaded', () => {
  expect(JSON.parse(read(path.join(root, 'project.config.json'))).setting.es6).toBe(false)
  expect(files.filter((file) => file.endsWith('.js')).flatMap(faultsOf)).toEqual([])
})

test('no text is run as code: WeChat has no eval', () => {
  const ran = files.filter((file) => file.endsWith('.js') && path.basename(file) !== 'runtime.js').filter((file) => /\beval\(|new Function\(/.test(read(file)))
  expect(ran).toEqual([])
})
