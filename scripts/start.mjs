// npm start: from a fresh clone to the app in the browser, with demo data.
import { spawn } from 'node:child_process'
import { installIfMissing } from './install.mjs'
import { buildIfStale } from './stale.mjs'

await installIfMissing()
for (const name of ['functions', 'emulator', 'demo', 'emulator-web']) await buildIfStale(name)

const child = spawn(process.execPath, ['dist/demo/main.cjs', ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 0 : code ?? 0))
