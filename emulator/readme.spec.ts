import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

jest.setTimeout(60_000)

const script = (): string => /```js\n([^]*?)```/.exec(readFileSync('emulator/README.md', 'utf8'))?.[1] ?? ''

/** A newcomer's folder: nothing in it but what is built and installed. */
const newcomer = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'newcomer-'))
  symlinkSync(resolve('dist'), join(folder, 'dist'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'script.cjs'), script())
  return folder
}

describe('the script of the README', () => {
  test('has about ten lines', () => {
    const lines = script().trim().split('\n')
    expect(lines.length).toBeGreaterThan(5)
    expect(lines.length).toBeLessThanOrEqual(11)
  })

  test('starts the emulator with a function and a schema of its own, and calls it through the real SDK', async () => {
    const folder = newcomer()
    const child = spawn(process.execPath, ['script.cjs'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'close')
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Console:')) child.kill('SIGKILL')
    })
    await ended
    await rm(folder, { recursive: true, force: true })
    expect(said).toMatch(/total: 1.*Console: http:\/\/127\.0\.0\.1:\d+\/_emulator\//s)
  })
})
