import { CloudError } from '../cloud-error'

const malformed = (): never => { throw new CloudError('INVALID_PARAM', 'the form is malformed') }

const boundaryOf = (contentType: string): Buffer => {
  const found = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType)
  return Buffer.from(`--${found?.[1] ?? found?.[2] ?? malformed()}`)
}

const nameOf = (head: string): string => /name="([^"]*)"/.exec(head)?.[1] ?? malformed()

const readPart = (part: Buffer): [string, Buffer] => {
  const end = part.indexOf('\r\n\r\n')
  return end < 0 ? malformed() : [nameOf(part.subarray(0, end).toString('utf8')), part.subarray(end + 4)]
}

/** Parts of a form by their names; bytes are left as they came. */
export const readMultipart = (body: Buffer, contentType: string): Map<string, Buffer> => {
  const boundary = boundaryOf(contentType)
  const parts = new Map<string, Buffer>()
  let at = body.indexOf(boundary)
  if (at !== 0) malformed()
  for (let next = body.indexOf(boundary, at + boundary.length); next >= 0; next = body.indexOf(boundary, at + boundary.length)) {
    const [name, bytes] = readPart(body.subarray(at + boundary.length + 2, next - 2))
    parts.set(name, bytes)
    at = next
  }
  return parts
}
