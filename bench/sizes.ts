import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Figures } from './figures'

const filesUnder = (path: string): string[] => statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesUnder(join(path, name))) : [path]
const bytesOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0)

interface AppConfig { subPackages?: Array<{ root: string }>; subpackages?: Array<{ root: string }> }

const weapp = (): Figures => {
  const files = filesUnder('dist/weapp').filter((file) => !file.endsWith('.map'))
  const config = JSON.parse(readFileSync('dist/weapp/app.json', 'utf8')) as AppConfig
  const roots = (config.subPackages ?? config.subpackages ?? []).map(({ root }) => join('dist/weapp', root, '/'))
  return { 'weapp.main.bytes': bytesOf(files.filter((file) => !roots.some((root) => file.startsWith(root)))), 'weapp.total.bytes': bytesOf(files) }
}

/** What the browser fetches before the first page shows: the scripts and styles that index.html names. */
const web = (): Figures => {
  const html = readFileSync('dist/h5/index.html', 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/?((?:js|css)\/[^"]+)"/g)].map((match) => match[1]!)
  const scripts = named.filter((file) => file.endsWith('.js')).map((file) => gzipSync(readFileSync(join('dist/h5', file))).length)
  return { 'web.firstLoad.gzipBytes': scripts.reduce((sum, size) => sum + size, 0) }
}

const functions = (): Figures => Object.fromEntries(readdirSync('dist/cloudfunctions')
  .map((door): [string, number] => [`functions.${door}.bytes`, statSync(join('dist/cloudfunctions', door, 'index.js')).size]))

/** Bytes of what is shipped. */
export const measureSizes = (): Figures => ({ ...weapp(), ...web(), ...functions() })
