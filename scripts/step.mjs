import { spawn } from 'node:child_process'

/**
 * Runs one command as a named step and says how long it took. Output is shown only when it fails, unless `show`.
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export const runStep = (name, command, args, { show = false, env = {}, quiet = false } = {}) => new Promise((resolve) => {
  const began = process.hrtime.bigint()
  if (!quiet) console.log(`▸ ${name} …`)
  const child = spawn(command, args, { env: { ...process.env, FORCE_COLOR: '0', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const take = (stream, target) => stream.on('data', (chunk) => {
    output += chunk
    if (show) target.write(chunk)
  })
  take(child.stdout, process.stdout)
  take(child.stderr, process.stderr)
  child.on('error', (error) => resolve({ ok: false, output: `${output}\n${error.message}` }))
  child.on('close', (code) => {
    const seconds = (Number(process.hrtime.bigint() - began) / 1e9).toFixed(1)
    if (code !== 0 && !show) process.stdout.write(`${output}\n`)
    if (!quiet || code !== 0) console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
    resolve({ ok: code === 0, output })
  })
})

/** Runs steps one after the other and stops the whole script at the first that fails. */
export const runOrExit = async (name, command, args, options) => {
  const result = await runStep(name, command, args, options)
  if (!result.ok) process.exit(1)
  return result.output
}
