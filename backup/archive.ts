import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { decodeLine, encodeLine, type Line } from './line'

/** `cut`: it ends before its end. `damaged`: its end does not fit what came before. `alien`: it is no archive of this product. */
export class ArchiveError extends Error {
  constructor(readonly code: 'cut' | 'damaged' | 'alien', path: string) {
    super(`${path} is not restored: ${WHAT[code]}`)
    this.name = 'ArchiveError'
  }
}
const WHAT = { cut: 'the archive is cut off; take it from its source again', damaged: 'the archive was changed or damaged', alien: 'this is no backup of this product' }

type Counts = { documents: number; files: number }

function counted(line: Line, counts: Counts): Line {
  if (line.kind === 'document') counts.documents += 1
  if (line.kind === 'file') counts.files += 1
  return line
}

function textsOf(path: string): AsyncIterable<string> {
  const source = createReadStream(path)
  const plain = createGunzip()
  source.on('error', (thrown) => plain.destroy(thrown)).pipe(plain)
  return createInterface({ input: plain, crlfDelay: Infinity })
}

async function* written(lines: AsyncIterable<Line>, counts: Counts): AsyncGenerator<string> {
  const hash = createHash('sha256')
  for await (const line of lines) {
    const text = `${encodeLine(line)}\n`
    hash.update(text)
    counted(line, counts)
    yield text
  }
  yield `${encodeLine({ kind: 'end', ...counts, sha256: hash.digest('hex') })}\n`
}

/** Writes the lines and the end that belongs to them. */
export async function writeArchive(path: string, lines: AsyncIterable<Line>): Promise<Counts> {
  const counts = { documents: 0, files: 0 }
  await pipeline(Readable.from(written(lines, counts)), createGzip(), createWriteStream(path, { flags: 'wx' }))
  return counts
}

const reading = (path: string, thrown: unknown): Error => {
  const code = (thrown as { code?: string }).code ?? ''
  if (code === 'Z_BUF_ERROR') return new ArchiveError('cut', path)
  if (code.startsWith('Z_')) return new ArchiveError(code === 'Z_DATA_ERROR' ? 'alien' : 'damaged', path)
  return thrown instanceof SyntaxError || (thrown as Error).name === 'ValiError' ? new ArchiveError('alien', path) : (thrown as Error)
}

/** Holds what was read against the end; throws an ArchiveError. */
function checkedBy(path: string) {
  const hash = createHash('sha256')
  const counts = { documents: 0, files: 0 }
  let ended = false
  return {
    take(line: Line, text: string): Line[] {
      if (ended) throw new ArchiveError('damaged', path)
      if (line.kind !== 'end') {
        hash.update(`${text}\n`)
        return [counted(line, counts)]
      }
      ended = true
      if (line.sha256 !== hash.digest('hex') || line.documents !== counts.documents || line.files !== counts.files) throw new ArchiveError('damaged', path)
      return []
    },
    finish() {
      if (!ended) throw new ArchiveError('cut', path)
    },
  }
}

/** The lines of an archive before its end. Only who reads to the end knows that it is whole. */
export async function* readArchive(path: string): AsyncGenerator<Line> {
  const check = checkedBy(path)
  try {
    for await (const text of textsOf(path)) yield* check.take(decodeLine(text), text)
  } catch (thrown) {
    throw reading(path, thrown)
  }
  check.finish()
}
