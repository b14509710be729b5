// npm run upload: builds the mini-program for its environment and uploads it with WeChat's miniprogram-ci; with --dry-run it only says what it would do.
// The tool is fetched for this one command: it is large, and nobody else needs it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { installIfMissing } from './install.mjs'
import { runOrExit, runStep } from './step.mjs'

const TOOL = 'miniprogram-ci@2.1.42'
const NEEDED = {
  MINI_APP_ID: 'appid of the mini-program',
  MINI_APP_UPLOAD_KEY: 'path of its upload key (mp.weixin.qq.com: 开发管理, 开发设置, 小程序代码上传), whose list of addresses must hold this machine',
  CLOUD_ENV: 'id of the CloudBase environment that the mini-program calls',
}
const dryRun = process.argv.includes('--dry-run')
const missing = Object.keys(NEEDED).filter((name) => !process.env[name])
for (const name of missing) console.log(`missing: ${name}: ${NEEDED[name]}`)
const { MINI_APP_ID = '<MINI_APP_ID>', MINI_APP_UPLOAD_KEY = '<MINI_APP_UPLOAD_KEY>', CLOUD_ENV = '<CLOUD_ENV>' } = process.env
if (process.env.MINI_APP_UPLOAD_KEY && !existsSync(MINI_APP_UPLOAD_KEY)) {
  console.log(`MINI_APP_UPLOAD_KEY: there is no file at ${MINI_APP_UPLOAD_KEY}`)
  process.exit(1)
}
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const args = ['--yes', TOOL, 'upload', '--pp', 'dist/weapp', '--pkp', MINI_APP_UPLOAD_KEY, '--appid', MINI_APP_ID, '--uv', version, '-r', '1']

if (dryRun || missing.length > 0) {
  console.log(`Would build the mini-program for ${CLOUD_ENV} and run: npx ${args.join(' ')}`)
  process.exit(dryRun ? 0 : 1)
}
await installIfMissing()
await runOrExit('Building the mini-program', process.execPath, ['scripts/build-app.mjs', 'weapp'], { show: true })
const project = 'dist/weapp/project.config.json'
writeFileSync(project, `${JSON.stringify({ ...JSON.parse(readFileSync(project, 'utf8')), appid: MINI_APP_ID }, null, 2)}\n`)
const { ok } = await runStep(`Uploading version ${version}`, 'npx', args, { show: true })
process.exit(ok ? 0 : 1)
