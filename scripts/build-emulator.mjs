// Bundles the emulator: the library, the script of a function instance, and the console. lmdb stays outside because it is native.
import { cp, mkdir } from 'node:fs/promises'
import { build } from 'esbuild'

const to = 'dist/emulator'
const node = {
  outdir: to,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  external: ['lmdb'],
  logLevel: 'warning',
}

await mkdir(`${to}/console`, { recursive: true })
await Promise.all([
  build({ ...node, entryPoints: { emulator: 'emulator/emulator.ts' }, sourcemap: 'linked' }),
  build({ ...node, entryPoints: { worker: 'emulator/functions/worker.ts' }, minify: true }),
  build({ entryPoints: { console: 'emulator/console/console.ts' }, outdir: `${to}/console`, bundle: true, minify: true, target: 'es2022', logLevel: 'warning' }),
  ...['index.html', 'console.css'].map((file) => cp(`emulator/console/${file}`, `${to}/console/${file}`)),
])
