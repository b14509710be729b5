import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { boundedDownload } from './bounded-download'

let server: Server
let answer: (response: ServerResponse) => void
let base: string
beforeAll(async () => {
  server = createServer((_, response) => answer(response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret-link`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const get = (): Promise<Uint8Array | 'too-large' | null> => boundedDownload(base, 10)

test('what is as large as allowed comes whole', async () => {
  answer = (response) => { response.end(Buffer.alloc(10, 7)) }
  expect(await get()).toEqual(Buffer.alloc(10, 7))
})

test('a larger one is refused by its length, before its body is sent', async () => {
  answer = (response) => {
    response.writeHead(200, { 'content-length': '11' })
    response.flushHeaders()
  }
  expect(await get()).toBe('too-large')
})

test('one without a length is cut where it becomes too large, though it never ends', async () => {
  answer = (response) => { response.write(Buffer.alloc(6)); response.write(Buffer.alloc(6)) }
  expect(await get()).toBe('too-large')
})

test('nothing there is told as nothing; a refusal throws without the link', async () => {
  answer = (response) => { response.writeHead(404).end('x') }
  expect(await get()).toBeNull()
  answer = (response) => { response.writeHead(403).end('x') }
  await expect(get()).rejects.toThrow(/^the storage answered 403$/)
})
