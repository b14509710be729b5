/** The little of protocol buffers that `cloud.openapi` needs: varints and length-delimited fields. Repeated fields keep their order. */
export type Message = ReadonlyMap<number, ReadonlyArray<number | Buffer>>

const VARINT = 0
const BYTES = 2
const MAX_VARINT_BYTES = 10

interface Reader { buffer: Buffer; at: number }

const broken = (): never => { throw new RangeError('malformed protocol buffer') }

const readVarint = (reader: Reader): number => {
  let value = 0
  for (let count = 0; count < MAX_VARINT_BYTES; count += 1) {
    const byte = reader.buffer[reader.at] ?? broken()
    reader.at += 1
    value += (byte & 127) * 2 ** (7 * count)
    if (byte < 128) return value
  }
  return broken()
}

const readBytes = (reader: Reader): Buffer => {
  const length = readVarint(reader)
  const end = reader.at + length
  if (end > reader.buffer.length) broken()
  const bytes = reader.buffer.subarray(reader.at, end)
  reader.at = end
  return bytes
}

const readValue = (reader: Reader, wireType: number): number | Buffer => {
  if (wireType === VARINT) return readVarint(reader)
  return wireType === BYTES ? readBytes(reader) : broken()
}

/** @throws RangeError for anything that is no message of these two kinds of fields */
export const decode = (buffer: Buffer): Message => {
  const fields = new Map<number, Array<number | Buffer>>()
  const reader: Reader = { buffer, at: 0 }
  while (reader.at < buffer.length) {
    const tag = readVarint(reader)
    const field = Math.floor(tag / 8)
    const value = readValue(reader, tag % 8)
    fields.set(field, [...(fields.get(field) ?? []), value])
  }
  return fields
}

const varint = (value: number): Buffer => {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return Buffer.from([...bytes, rest])
}

/** int32 fields: a negative number takes ten bytes, as two's complement of 64 bits. */
const signed = (value: number): Buffer => {
  if (value >= 0) return varint(value)
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) + 128)
  return Buffer.from([...bytes, Number(rest)])
}

/** A message of fields in their order: numbers as int32, texts and bytes as they are. */
export const encode = (fields: ReadonlyArray<readonly [field: number, value: number | string | Buffer]>): Buffer =>
  Buffer.concat(fields.flatMap(([field, value]) => {
    if (typeof value === 'number') return [varint(field * 8 + VARINT), signed(value)]
    const bytes = Buffer.from(value as Buffer)
    return [varint(field * 8 + BYTES), varint(bytes.length), bytes]
  }))

export const bytesAt = (message: Message, field: number): Buffer[] =>
  (message.get(field) ?? []).filter((value) => typeof value !== 'number')
