/** Who may know whom. Each rule is one sentence of ARCHITECTURE.md. */
const rooms = '^(domain|contract|cloud|cloudfunctions|src|emulator|demo|e2e|bench|deploy|backup|founding|simulation|config|scripts)/'
const tests = '\\.(test|spec)\\.tsx?$'
const only = (name, from, allowed, fromNot) => ({
  name,
  severity: 'error',
  from: { path: from, ...(fromNot && { pathNot: fromNot }) },
  to: { path: rooms, pathNot: allowed },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('domain-knows-only-domain', '^domain/', ['^domain/']),
    only('kernel-knows-nothing', '^domain/kernel/', ['^domain/kernel/']),
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^(domain|contract)/', pathNot: [tests, '^domain/kernel/'] },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: 'node_modules/valibot/' },
    },
    {
      name: 'kernel-knows-dayjs',
      severity: 'error',
      from: { path: '^domain/kernel/', pathNot: tests },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: 'node_modules/(dayjs|valibot)/' },
    },
    only('contract-knows-domain', '^contract/', ['^contract/', '^domain/']),
    only('cloud-knows-the-inside', '^cloud/', ['^cloud/', '^contract/', '^domain/'], tests),
    only('a-function-knows-itself', '^cloudfunctions/([^/]+)/', ['^cloudfunctions/$1/', '^cloud/(gate|ports|schema|documents|repositories|query|sheets|store-error|search-tokens|push-address|follow-scene|end-bonds|channels-in-force|migrations)', '^contract/', '^domain/'], ['/index\\.ts$', '^cloudfunctions/api/security/', tests]),
    { name: 'attempts-are-tests-only', severity: 'error', from: { pathNot: ['^cloudfunctions/api/security/', tests] }, to: { path: '^cloudfunctions/api/security/' } },
    only('a-door-wires-itself', '^cloudfunctions/([^/]+)/index\\.ts$', ['^cloudfunctions/$1/', '^cloud/(live|gate|ports|schema)', '^contract/', '^domain/']),
    {
      name: 'sdk-only-in-tcb',
      severity: 'error',
      from: { path: '^(domain|contract|cloud|cloudfunctions|src|emulator)/', pathNot: ['^cloud/tcb/', '^emulator/contract/', tests] },
      to: { path: 'node_modules/(wx-server-sdk|@cloudbase)/' },
    },
    only('phone-never-sees-the-cloud', '^src/', ['^src/', '^contract/', '^domain/'], tests),
    only('a-feature-knows-no-feature', '^src/features/([^/]+)/', ['^src/features/$1/', '^src/(ui|platform)/', '^contract/', '^domain/']),
    only('ui-is-dumb', '^src/ui/', ['^src/ui/', '^domain/']),
    only('platform-is-low', '^src/platform/', ['^src/platform/', '^contract/', '^domain/']),
    { name: 'taro-api-only-in-platform', severity: 'error', from: { path: '^src/features/' }, to: { path: 'node_modules/@tarojs/taro/' } },
    { name: 'the-emulator-holds-no-real-cloud', severity: 'error', from: { path: '^(emulator|e2e)/', pathNot: tests }, to: { path: '^cloud/(live|tcb|gateways)' } },
    only('emulator-knows-only-itself', '^emulator/', ['^emulator/'], tests),
    only('deploy-knows-the-schema', '^deploy/', ['^deploy/', '^cloud/(schema|migrations|tcb)', '^config/web-headers'], tests),
    only('backup-knows-the-store', '^backup/', ['^backup/', '^cloud/(tcb|documents|ports|schema|repositories/add-missing)'], tests),
    only('founding-knows-the-store', '^founding/', ['^founding/', '^cloud/(tcb|documents|ports|secrets|repositories)', '^domain/'], tests),
    { name: 'nothing-knows-the-emulator', severity: 'error', from: { path: '^(domain|contract|cloud|cloudfunctions|src)/', pathNot: tests }, to: { path: '^(emulator|demo|e2e|bench|backup|founding|simulation)/' } },
    only('simulation-knows-the-engine', '^simulation/(?!wire)', ['^simulation/', '^cloud/', '^cloudfunctions/(deliver|remind|api/certificate/reminder)', '^domain/'], tests),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: '^(dist|\\.data|\\.cache)/',
  },
}
