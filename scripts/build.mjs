// npm run build: the three things that are shipped, made anew, with their sizes.
import { installIfMissing } from './install.mjs'
import { buildIfStale } from './stale.mjs'

await installIfMissing()
for (const name of ['functions', 'weapp', 'web']) await buildIfStale(name, { force: true, show: true })
console.log('Built: dist/cloudfunctions (functions), dist/weapp (mini-program), dist/h5 (web edition).')
