// The scripts and styles of 首页 asked for along with the app's own, not one round trip after the app has run.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FIRST_PAGE = 'pages/home/home'

/** The numbers of the parts that the app loads for a page. */
export const partsOf = (app, page) => {
  const at = app.indexOf(`path:"${page}",load:`)
  const [loads = ''] = at < 0 ? [] : /return\[.*?\.then\(/s.exec(app.slice(at, at + 600)) ?? []
  return [...loads.matchAll(/\.e\((\d+)\)/g)].map(([, part]) => part)
}

const KINDS = [['js', 'script'], ['css', 'style']]

/** Writes the links into the built page; throws where the build no longer looks as it did. */
export const preloadFirstPage = (folder) => {
  const filesOf = Object.fromEntries(KINDS.map(([kind]) => [kind, readdirSync(join(folder, kind)).filter((name) => name.endsWith(`.${kind}`))]))
  const app = filesOf.js.find((name) => name.startsWith('app.'))
  const parts = app === undefined ? [] : partsOf(readFileSync(join(folder, 'js', app), 'utf8'), FIRST_PAGE)
  const links = KINDS.flatMap(([kind, as]) => filesOf[kind].filter((name) => parts.includes(name.split('.')[0])).map((name) => `<link rel="preload" as="${as}" href="/${kind}/${name}">`))
  if (links.length === 0) throw new Error(`${folder}: no part of ${FIRST_PAGE} was found to load ahead.`)
  const file = join(folder, 'index.html')
  writeFileSync(file, readFileSync(file, 'utf8').replace('</head>', `${links.join('')}</head>`))
}
