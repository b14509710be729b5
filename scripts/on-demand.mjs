// An esbuild plugin: keeps packages out of a bundle until they are used, each in a file of its own beside it, so that a cold start does not read them.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Parts of the SDK for models, log-in tickets, AI, the storage's XML and the types of files that it uploads; no door needs them while it starts. */
const LATE = ['@cloudbase/ai', '@cloudbase/app', '@cloudbase/wx-cloud-client-sdk', 'jsonwebtoken', 'mime-types', 'web-streams-polyfill', 'xml2js']

const fileOf = (name) => `on-demand-${name.replace(/[^a-z0-9]+/gi, '-').replace(/^-/, '')}`

/** Compiled code asks a module for `__esModule` at once; everything else it asks for when it is used. */
const proxyOf = (name) => `module.exports = new Proxy({}, { get: (_, key) => key === '__esModule' ? ${Boolean(require(name).__esModule)} : require('./${fileOf(name)}.js')[key] })`

/** `packages` receives out → in of the files that must be built beside the bundle. */
export const onDemand = (packages) => ({
  name: 'on-demand',
  setup({ onLoad, onResolve, resolve }) {
    const setAside = async (name, resolveDir, kind) => {
      packages.set(fileOf(name), (await resolve(name, { resolveDir, kind, pluginData: 'found' })).path)
      return `./${fileOf(name)}.js`
    }
    onResolve({ filter: /^[^.]/ }, async ({ kind, path, resolveDir, pluginData }) => {
      if (pluginData === 'found') return undefined
      if (kind === 'dynamic-import') return { path: await setAside(path, resolveDir, 'import-statement'), external: true }
      if (kind !== 'require-call' || !LATE.includes(path)) return undefined
      await setAside(path, resolveDir, 'require-call')
      return { path, namespace: 'on-demand' }
    })
    onLoad({ filter: /.*/, namespace: 'on-demand' }, ({ path }) => ({ contents: proxyOf(path), resolveDir: process.cwd() }))
    onResolve({ filter: /^\.\/on-demand-/, namespace: 'on-demand' }, ({ path }) => ({ path, external: true }))
  },
})
