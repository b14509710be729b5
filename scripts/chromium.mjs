import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runStep } from './step.mjs'

const known = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]
const found = () => known.find((path) => path && existsSync(path))
const isLinux = process.platform === 'linux'
const mayApt = () => isLinux && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

const hasChineseFont = () => {
  if (!isLinux) return true
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

const aptInstall = async (packages) => {
  await runStep('Refreshing the package lists', 'apt-get', ['update', '-q'])
  return (await runStep(`Installing ${packages.join(', ')}`, 'apt-get', ['install', '-yq', '--no-install-recommends', ...packages], { env: { DEBIAN_FRONTEND: 'noninteractive' } })).ok
}

const fromNpm = async (name, version) => {
  const folder = resolve('.cache/browser')
  mkdirSync(folder, { recursive: true })
  const { ok } = await runStep(`Fetching ${name} from the npm registry`, 'npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `${name}@${version}`])
  return ok ? join(folder, 'node_modules', name) : undefined
}

const chromiumFromNpm = async () => {
  const folder = await fromNpm('@sparticuz/chromium', '153.0.0')
  if (!folder) return undefined
  const { default: chromium } = await import(join(folder, 'build/esm/index.js'))
  return chromium.executablePath()
}

/** Points fontconfig at a font of our own, for this process and what it starts. */
const fontFromNpm = async () => {
  const folder = await fromNpm('@expo-google-fonts/noto-sans-sc', '0.4.3')
  if (!folder || readdirSync(folder).length === 0) return false
  const config = resolve('.cache/browser/fonts.conf')
  writeFileSync(config, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${folder}</dir><cachedir>${resolve('.cache/browser/fontcache')}</cachedir></fontconfig>`)
  process.env.FONTCONFIG_FILE = config
  return true
}

/**
 * A Chromium that can run here and a Chinese font for it: installed ones first, then Debian's packages, then packages of the npm
 * registry that carry the files. Ends the script with a sentence that says what to do when there is none.
 * @returns {Promise<string>} path of the browser
 */
export const findChromium = async () => {
  const wanted = [...(found() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk'])]
  if (wanted.length > 0 && mayApt()) await aptInstall(wanted)
  const browser = found() ?? (isLinux ? await chromiumFromNpm() : undefined)
  if (!browser) {
    console.error('No Chromium was found and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to its program, and run the tests again.')
    process.exit(1)
  }
  if (!hasChineseFont() && !(await fontFromNpm())) {
    console.error('No Chinese font was found and none could be installed. Install one (Debian: fonts-noto-cjk) and run the tests again.')
    process.exit(1)
  }
  return browser
}
