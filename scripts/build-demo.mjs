// Bundles the demo hospital's start script into dist/demo/main.cjs; lmdb stays outside because it is native.
import { build } from 'esbuild'

await build({
  entryPoints: ['demo/main.ts'],
  outfile: 'dist/demo/main.cjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['lmdb', 'esbuild'],
  sourcemap: 'linked',
  logLevel: 'warning',
})
