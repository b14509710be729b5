// Bundles the emulator: the library, the script of a function instance, and the console's files beside them. lmdb stays outside because it is native.
import { cp, mkdir } from 'node:fs/promises'
import { build } from 'esbuild'

const options = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  external: ['lmdb'],
  sourcemap: 'linked',
  logLevel: 'warning',
}

await build({ ...options, entryPoints: { emulator: 'emulator/emulator.ts' }, outdir: 'dist/emulator' })
await build({ ...options, entryPoints: { worker: 'emulator/functions/worker.ts' }, outdir: 'dist/emulator', minify: true, sourcemap: false })
await mkdir('dist/emulator/console', { recursive: true })
await cp('emulator/console', 'dist/emulator/console', { recursive: true })
