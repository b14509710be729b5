import tcb from '@cloudbase/node-sdk'
import { platformEnvironment } from '../functions/environment'
import { startBench, type Bench } from '../testing/bench'
import { fileIdOf } from './file-path'

jest.setTimeout(60_000)

describe('storage', () => {
  let bench: Bench
  let app: ReturnType<typeof tcb.init>

  beforeAll(async () => {
    bench = await startBench({ functions: {}, now: new Date('2024-08-01T01:00:00Z') })
    Object.assign(process.env, platformEnvironment(bench.emulator.base, 'test'))
    app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
  })
  afterAll(() => bench.close())

  const upload = (cloudPath: string, text = 'hello') => app.uploadFile({ cloudPath, fileContent: Buffer.from(text) })
  const linkTo = async (fileID: string, maxAge = 600): Promise<string> => {
    const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge }] })
    return String(fileList[0]?.tempFileURL)
  }

  test('an uploaded file is downloaded as it was, in a path of Chinese too', async () => {
    const { fileID } = await upload('文件/照片 1.jpg', 'bytes')
    expect(fileID).toBe(fileIdOf('文件/照片 1.jpg'))
    expect(String((await app.downloadFile({ fileID })).fileContent)).toBe('bytes')
  })

  test('a temporary link ends on the emulator clock', async () => {
    const { fileID } = await upload('a/link.txt')
    const link = await linkTo(fileID, 600)
    expect((await fetch(link)).status).toBe(200)
    bench.emulator.clock.freeze(new Date('2024-08-01T01:10:01Z'))
    expect((await fetch(link)).status).toBe(403)
    bench.emulator.clock.freeze(new Date('2024-08-01T01:00:00Z'))
  })

  test('a link opens no other file, and nothing opens without one', async () => {
    await upload('a/one.txt')
    await upload('a/two.txt')
    const link = await linkTo(fileIdOf('a/one.txt'))
    expect((await fetch(link.replace('one.txt', 'two.txt'))).status).toBe(403)
    expect((await fetch(link.split('?')[0] ?? '')).status).toBe(403)
  })

  test('a deleted file is gone, and deleting it again says so', async () => {
    const { fileID } = await upload('a/gone.txt')
    expect(await app.deleteFile({ fileList: [fileID] })).toMatchObject({ fileList: [{ code: 'SUCCESS' }] })
    expect(await app.deleteFile({ fileList: [fileID] })).toMatchObject({ fileList: [{ code: 'STORAGE_FILE_NONEXIST' }] })
    expect(await app.getTempFileURL({ fileList: [fileID] })).toMatchObject({ fileList: [{ code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' }] })
  })

  test.each([['../outside.txt'], ['/root.txt'], ['a//b.txt'], ['a/./b.txt'], ['a\\b.txt'], ['a\u0000b.txt'], ['x'.repeat(900)]])('the path %j is refused', async (path) => {
    await expect(app.getUploadMetadata({ cloudPath: path })).rejects.toMatchObject({ code: 'INVALID_PARAM' })
  })

  test('a file may be put only where its signature says, and by form as the mini-program does', async () => {
    const { data } = (await app.getUploadMetadata({ cloudPath: 'a/mine.txt' })) as { data: { url: string; authorization: string; fileId: string } }
    const other = await fetch(data.url.replace('mine', 'other'), { method: 'PUT', body: 'x', headers: { authorization: data.authorization } })
    expect([other.status, await other.text()]).toEqual([403, expect.stringContaining('<Code>SignatureDoesNotMatch</Code>')])
    const form = new FormData()
    form.set('key', 'a/mine.txt')
    form.set('Signature', data.authorization)
    form.set('file', new Blob(['by form']))
    expect((await fetch(data.url, { method: 'POST', body: form })).status).toBe(204)
    expect(String((await app.downloadFile({ fileID: data.fileId })).fileContent)).toBe('by form')
  })

  test('a file above 50 MB is refused', async () => {
    const { data } = (await app.getUploadMetadata({ cloudPath: 'a/big.bin' })) as { data: { url: string; authorization: string } }
    const reply = await fetch(data.url, { method: 'PUT', body: Buffer.alloc(50 * 1024 * 1024 + 1), headers: { authorization: data.authorization } })
    expect([reply.status, await reply.text()]).toEqual([413, expect.stringContaining('EntityTooLarge')])
  })

  test('a page that somebody uploaded is never shown as a page', async () => {
    const { fileID } = await upload('a/evil.html', '<script>1</script>')
    expect((await fetch(await linkTo(fileID))).headers.get('content-type')).toBe('application/octet-stream')
  })

  test('the control interface uploads as wx.cloud.uploadFile does', async () => {
    const reply = await fetch(`${bench.emulator.base}/_emulator/upload?path=${encodeURIComponent('b/照片.png')}`, { method: 'PUT', body: 'png', headers: { 'content-type': 'image/png' } })
    expect(await reply.json()).toEqual({ fileID: fileIdOf('b/照片.png') })
    expect((await fetch(await linkTo(fileIdOf('b/照片.png')))).headers.get('content-type')).toBe('image/png')
    expect(await bench.control('GET files')).toMatchObject({ json: expect.arrayContaining([{ path: 'b/照片.png', size: 3, type: 'image/png' }]) })
  })
})
