import js from '@eslint/js'
import tseslint from 'typescript-eslint'
import hooks from 'eslint-plugin-react-hooks'

/** Inputs that a rule must be handed, never take: each is a port or an argument. */
const hiddenInputs = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is an argument: take `today` or `now`.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The clock is an argument: take `today` or `now`.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Chance is a port: take `newId`.' },
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Settings are read once, in cloud/live.ts.' },
]
/** What phones and hospital computers of 2020 (Chromium 80, iOS 13) do not have, and no build brings along. */
const younger = [
  { selector: 'CallExpression[callee.property.name=/^(at|replaceAll|findLast|findLastIndex|toSorted|toReversed|toSpliced|any|hasOwn|groupBy|randomUUID)$/]', message: 'Phones and browsers of 2020 do not have it.' },
  { selector: "CallExpression[callee.name='structuredClone']", message: 'Phones and browsers of 2020 do not have it.' },
]
const size = {
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 8],
  'max-params': ['error', 3],
  'max-depth': ['error', 2],
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
}
const sizeOff = Object.fromEntries(Object.keys(size).map((rule) => [rule, 'off']))

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.data/**', '.cache/**', 'test-results/**', 'playwright-report/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
      globals: { definePageConfig: 'readonly', defineAppConfig: 'readonly', wx: 'readonly' },
    },
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      ...size,
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      'no-undef': 'off',
    },
  },
  {
    files: ['cloud/**', 'cloudfunctions/**'],
    ignores: ['cloud/live.ts', '**/*.{test,spec}.ts'],
    rules: { 'no-restricted-syntax': ['error', ...hiddenInputs] },
  },
  { files: ['domain/**', 'contract/**'], ignores: ['**/*.{test,spec}.ts'], rules: { 'no-restricted-syntax': ['error', ...hiddenInputs, ...younger] } },
  { files: ['src/**'], ignores: ['src/pages/fake-*.ts', '**/*.test.{ts,tsx}'], rules: { 'no-restricted-syntax': ['error', ...younger] } },
  { files: ['**/*.{test,spec}.{ts,tsx}', 'e2e/**', 'bench/**', 'simulation/**'], rules: sizeOff },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', fetch: 'readonly', require: 'readonly', module: 'writable', __dirname: 'readonly', global: 'readonly', window: 'readonly', document: 'readonly', jest: 'readonly', test: 'readonly', describe: 'readonly', expect: 'readonly', beforeAll: 'readonly', afterAll: 'readonly', beforeEach: 'readonly', afterEach: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
