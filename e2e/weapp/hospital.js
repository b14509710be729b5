const { spawn } = require('child_process')
const fs = require('fs')
const http = require('http')
const os = require('os')
const path = require('path')

const repository = path.resolve(__dirname, '../..')

/** Starts the demo hospital on a free port with data of its own, the way `npm start` does, and ends it with `close`. */
const openHospital = () => new Promise((resolve, reject) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hospital-'))
  fs.symlinkSync(path.join(repository, 'dist'), path.join(folder, 'dist'), 'dir')
  const child = spawn(process.execPath, ['dist/demo/main.cjs', '--port', '0'], { cwd: folder, env: { ...process.env, TZ: 'UTC' } })
  const close = () => new Promise((closed) => {
    child.once('close', () => {
      fs.rmSync(folder, { recursive: true, force: true })
      closed()
    })
    child.kill('SIGTERM')
  })
  let said = ''
  const listen = (chunk) => {
    said += chunk
    const base = /App\s+(http:\/\/[\d.:]+)\//.exec(said)?.[1]
    if (base) resolve({ base, close })
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  child.once('exit', (code) => reject(new Error(`The hospital did not open (${code}):\n${said}`)))
})

/** `wx.cloud.callFunction` of one WeChat user, carried to the emulator. */
const callFunctionAs = (base, openid) => ({ name, data }) => new Promise((resolve, reject) => {
  const body = JSON.stringify({ data })
  const request = http.request(`${base}/_emulator/functions/${name}`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-emulator-openid': openid } }, (answer) => {
    let text = ''
    answer.setEncoding('utf8')
    answer.on('data', (chunk) => { text += chunk })
    answer.on('end', () => resolve(JSON.parse(text)))
  })
  request.on('error', reject)
  request.end(body)
})

module.exports = { openHospital, callFunctionAs }
