import { inEmulator } from './fact'
import type { Site } from './site'
import { ERRORS, seen } from './sources'

const UPLOAD = seen('1.3', 'uploadFile: storage.getUploadMetadata; then raw PUT to url with Signature/authorization/x-cos-* headers, XML `<Error>` = failure')
const LINK = seen('1.3', 'getTempFileURL: storage.batchGetDownloadUrl, file_list:[{fileid,max_age,url_type}], data.download_list[{code,fileID,tempFileURL}]')
const DELETE = seen('1.3', 'deleteFile: storage.batchDeleteFile, fileid_list, data.delete_list[{fileID,code}]')
const COPY = seen('1.3', 'copyFile / authority: storage.batchCopyFile / storage.getFileAuthority')

const upload = async ({ app }: Site, cloudPath: string, text = 'hello'): Promise<string> => (await app.uploadFile({ cloudPath, fileContent: Buffer.from(text) })).fileID

const linkTo = async ({ app }: Site, fileID: string, maxAge = 600): Promise<{ code?: string; tempFileURL: string }> => {
  const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge }] })
  return fileList[0] as { code?: string; tempFileURL: string }
}

const isThere = async (site: Site, fileID: string): Promise<boolean> => (await linkTo(site, fileID)).tempFileURL !== ''

const PREFIX = 'cloud://emulator.656d-emulator-1300000000/'

export const storageFacts = inEmulator(
  ['an uploaded file has an id of its environment and its path', 'storage.file-id', UPLOAD, async (site) => {
    expect(await upload(site, '文件/照片 1.jpg')).toBe(`${PREFIX}文件/照片 1.jpg`)
  }],
  ['what was uploaded is downloaded through a signed link only', 'storage.link-signature', LINK, async (site) => {
    const fileID = await upload(site, 'a/one.txt', 'bytes')
    expect(String((await site.app.downloadFile({ fileID })).fileContent)).toBe('bytes')
    const { tempFileURL } = await linkTo(site, fileID)
    expect((await fetch(String(tempFileURL.split('?')[0]))).status).toBe(403)
  }],
  ['a link opens no other file', 'storage.link-signature', LINK, async (site) => {
    await upload(site, 'a/two.txt')
    const { tempFileURL } = await linkTo(site, await upload(site, 'a/one.txt'))
    expect((await fetch(tempFileURL.replace('one.txt', 'two.txt'))).status).toBe(403)
  }],
  ['a link ends after its time', 'storage.link-life', LINK, async (site) => {
    const { clock } = site.bench().emulator
    const { tempFileURL } = await linkTo(site, await upload(site, 'a/life.txt'), 60)
    expect((await fetch(tempFileURL)).status).toBe(200)
    clock.freeze(new Date(clock.now().getTime() + 61_000))
    expect((await fetch(tempFileURL)).status).toBe(403)
  }],
  ['nobody writes a file without a permission', 'storage.write-signature', UPLOAD, async (site) => {
    expect((await fetch(`${site.bench().emulator.base}/_files/a/forged.txt`, { method: 'PUT', body: 'x' })).status).toBe(403)
  }],
  ['a file is sent with its type', 'storage.type', UPLOAD, async (site) => {
    const { tempFileURL } = await linkTo(site, await upload(site, 'a/picture.png'))
    expect((await fetch(tempFileURL)).headers.get('content-type')).toBe('image/png')
  }],
  ['a missing file has no link, and a code', 'storage.missing', ERRORS, async (site) => {
    expect(await linkTo(site, `${PREFIX}nowhere.txt`)).toMatchObject({ code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' })
  }],
  ['a deleted file is gone', 'storage.delete', DELETE, async (site) => {
    const fileID = await upload(site, 'a/gone.txt')
    expect(await site.app.deleteFile({ fileList: [fileID] })).toMatchObject({ fileList: [{ fileID, code: 'SUCCESS' }] })
    expect(await isThere(site, fileID)).toBe(false)
  }],
  ['deleting a missing file says that it was missing', 'storage.delete-missing', ERRORS, async (site) => {
    expect(await site.app.deleteFile({ fileList: [`${PREFIX}nowhere.txt`] })).toMatchObject({ fileList: [{ code: 'STORAGE_FILE_NONEXIST' }] })
  }],
  ['a path that leads upward is refused', 'storage.paths', ERRORS, async (site) => {
    await expect(upload(site, 'a/../../b.txt')).rejects.toMatchObject({ code: 'INVALID_PARAM' })
  }],
  ['copyFile copies', 'storage.copy', COPY, async (site) => {
    await upload(site, 'from/copied.txt')
    await site.app.deleteFile({ fileList: [`${PREFIX}to/copied.txt`] })
    await site.app.copyFile({ fileList: [{ srcPath: 'from/copied.txt', dstPath: 'to/copied.txt' }] })
    expect(await isThere(site, `${PREFIX}to/copied.txt`)).toBe(true)
  }],
  ['copyFile may take the original away', 'storage.copy-original', COPY, async (site) => {
    const fileID = await upload(site, 'from/moved.txt')
    await site.app.copyFile({ fileList: [{ srcPath: 'from/moved.txt', dstPath: 'to/moved.txt', removeOriginal: true }] })
    expect(await isThere(site, fileID)).toBe(false)
  }],
  ['copyFile leaves an existing file when it must not overwrite', 'storage.copy-over', COPY, async (site) => {
    await upload(site, 'from/kept.txt', 'new')
    const fileID = await upload(site, 'to/kept.txt', 'old')
    await site.app.copyFile({ fileList: [{ srcPath: 'from/kept.txt', dstPath: 'to/kept.txt', overwrite: false }] })
    expect(String((await site.app.downloadFile({ fileID })).fileContent)).toBe('old')
  }],
)
