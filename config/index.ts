import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')
const rooms = ['domain', 'contract'].map((name) => path.resolve(root, name))
const sassLoaderOption = { sassOptions: { quietDeps: true, silenceDeprecations: ['import', 'legacy-js-api'] } }
const target = process.env.APP_TARGET ?? 'weapp'

/** What each target of scripts/build-app.mjs is written to. */
const OUTPUT: Readonly<Record<string, string>> = { weapp: 'dist/weapp', web: 'dist/h5', 'emulator-web': 'dist/h5-emulator' }

/** taro-ui draws at 750, the product at 375. */
const designWidth = ((input?: { file?: string }) => (/taro-ui/.test(input?.file ?? '') ? 750 : 375)) as unknown as number

/** What the framework brings for browsers without fetch, which every one since 2018 has, and for JSONP, which the policy of the page forbids. */
const LEFT_OUT = ['whatwg-fetch', 'abortcontroller-polyfill/dist/abortcontroller-polyfill-only', 'jsonp-retry']

interface Chain {
  merge: (part: object) => void
  target: (names: string[]) => void
  plugin: (name: string) => { use: (plugin: unknown, args: unknown[]) => void }
  module: { rule: (name: string) => { test: (pattern: RegExp) => { enforce: (when: 'pre') => { use: (name: string) => { loader: (path: string) => void } } } } }
}

const modern = (chain: Chain) => {
  chain.target(['web', 'es2017'])
  leaveOutUnusedOperations(chain)
}

const leaveOutUnusedOperations = (chain: Chain) => {
  chain.module.rule('pure-calls').test(/[\\/](contract|domain)[\\/].*\.ts$/).enforce('pre').use('pure-calls').loader(path.resolve(__dirname, 'pure-calls-loader.js'))
}

/** Only the build for the emulator can be opened as a chosen WeChat user; the modules that do it are in no other build. */
const emulatorTwins = (chain: Chain, webpack: { NormalModuleReplacementPlugin: unknown }) => {
  if (target !== 'emulator-web') return
  const replace = (name: string, pattern: RegExp, twin: string) =>
    chain.plugin(name).use(webpack.NormalModuleReplacementPlugin, [pattern, path.resolve(root, 'src/platform', twin)])
  replace('web-door', /src[\\/]platform[\\/]web-door\.ts$/, 'web-door.emulator.tsx')
  replace('phone-button', /src[\\/]platform[\\/]phone-button\.tsx$/, 'phone-button.emulator.tsx')
  replace('employment', /src[\\/]platform[\\/]employment\.ts$/, 'employment.emulator.ts')
  replace('subscribe', /src[\\/]platform[\\/]subscribe\.ts$/, 'subscribe.emulator.ts')
}

/**
 * The framework minifies for browsers of 2015 and writes Chinese as escapes of twice its length; WeChat and every
 * browser this product supports read ES2017 and UTF-8.
 */
const terser = {
  enable: true,
  config: {
    compress: {
      ecma: 2017, passes: 2, arrows: true, collapse_vars: true, comparisons: true, computed_props: true, hoist_props: true, inline: true, loops: true,
      negate_iife: true, properties: true, reduce_funcs: true, reduce_vars: true, switches: true, typeofs: true,
    },
    output: { ecma: 2017, ascii_only: false, quote_keys: false, keep_quoted_props: false },
  },
} as unknown as { enable: boolean }

const common = {
  projectName: 'operator-certificates',
  date: '2026-11-23',
  designWidth,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: OUTPUT[target] ?? 'dist/weapp',
  plugins: [path.resolve(__dirname, 'aria-plugin.js')],
  env: {
    TARO_APP_API_BASE: JSON.stringify(process.env.API_BASE ?? ''),
    TARO_APP_CLOUD_ENV: JSON.stringify(process.env.CLOUD_ENV ?? ''),
  },
  framework: 'react' as const,
  compiler: { type: 'webpack5' as const, prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
}

export default defineConfig<'webpack5'>(async () => ({
  ...common,
  mini: {
    terser,
    webpackChain: (chain) => modern(chain as unknown as Chain),
    compile: { include: rooms },
    // Below this depth elements sit in a component without a host of its own; each level more costs 6 kB in the main package.
    baseLevel: 4,
    sassLoaderOption,
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    // What the app does not do to its elements need not be in the package.
    runtime: { enableInnerHTML: false, enableSizeAPIs: false, enableAdjacentHTML: false, enableTemplateContent: false, enableCloneNode: false, enableContains: false, enableMutationObserver: false },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false }, [path.resolve(__dirname, 'phone-only-css.js')]: { enable: true, config: {} } },
  },
  h5: {
    compile: { include: rooms },
    sassLoaderOption,
    publicPath: '/',
    staticDirectory: 'static',
    esnextModules: ['taro-ui'],
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 20, maxRootSize: 20 } }, cssModules: { enable: false } },
    terser,
    webpackChain: (chain, webpack) => {
      modern(chain as unknown as Chain)
      ;(chain as unknown as Chain).plugin('compile-at-once').use(path.resolve(__dirname, 'compile-at-once-plugin.js'), [])
      ;(chain as unknown as Chain).merge({ resolve: { alias: Object.fromEntries(LEFT_OUT.map((name) => [name, false])) } })
      emulatorTwins(chain as unknown as Chain, webpack as { NormalModuleReplacementPlugin: unknown })
    },
  },
}))
