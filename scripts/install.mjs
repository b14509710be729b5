import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { runOrExit } from './step.mjs'

const stamp = 'node_modules/.installed-lock'

/** Installs what the lockfile names, if `node_modules` is missing or was made from another lockfile. */
export const installIfMissing = async () => {
  const [major] = process.versions.node.split('.')
  if (Number(major) < 20) {
    console.error(`This project needs Node 20; this is ${process.version}. Install Node 20 and run the command again.`)
    process.exit(1)
  }
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await runOrExit('Installing packages (npm ci, about a minute)', 'npm', ['ci', '--no-audit', '--no-fund'])
  writeFileSync(stamp, wanted)
}
