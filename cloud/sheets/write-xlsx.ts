import type { Zip, ZipDeflate } from 'fflate'

type Row = readonly string[]
/** `width` in characters. */
export interface WrittenColumn { header: string; width: number }

/** What XML 1.0 cannot say, and what would end a text. */
// eslint-disable-next-line no-control-regex
const UNSAYABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(UNSAYABLE, '').replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
/** Excel reads `_x0041_` as a sign of its own. */
const literal = (text: string): string => escaped(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const partsFor = (names: readonly string[]): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>${names.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId${names.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  // Style 1 is bold, both are of the format «text», so that 000059 stays 000059 when somebody edits it.
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
})

const sheetHead = (columns: readonly WrittenColumn[]): string => {
  const widths = columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="0" customWidth="1"/>`).join('')
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`
}

/** A … Z, AA …: at most 60 columns are ever written. */
const letters = (column: number): string => (column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))) + String.fromCharCode(65 + (column % 26))

const rowXml = (row: Row, at: number): string =>
  `<row r="${at}">${row.map((text, column) => `<c r="${letters(column)}${at}" t="inlineStr" s="${at === 1 ? 1 : 0}"><is><t xml:space="preserve">${literal(text)}</t></is></c>`).join('')}</row>`

/** Batches into chunks of one growing archive: what was written needs no memory as cells any more. */
function archiveInto(chunks: Uint8Array[], { Zip: ZipClass, ZipDeflate: DeflateClass }: { Zip: typeof Zip; ZipDeflate: typeof ZipDeflate }) {
  const zip = new ZipClass((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const open = (name: string): ZipDeflate => {
    const file = new DeflateClass(name, { level: 6 })
    zip.add(file)
    return file
  }
  return { open, end: () => zip.end() }
}

const joined = (chunks: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0))
  chunks.reduce((at, chunk) => {
    whole.set(chunk, at)
    return at + chunk.byteLength
  }, 0)
  return whole
}

type Batches = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>
export interface WrittenSheet { name: string; columns: readonly WrittenColumn[]; batches: Batches }

async function writeRows(file: ZipDeflate, { columns, batches }: WrittenSheet): Promise<void> {
  const utf8 = new TextEncoder()
  file.push(utf8.encode(sheetHead(columns) + rowXml(columns.map(({ header }) => header), 1)))
  let next = 2
  for await (const rows of batches) {
    const first = next
    file.push(utf8.encode(rows.map((row, index) => rowXml(row, first + index)).join('')))
    next += rows.length
  }
  file.push(utf8.encode('</sheetData></worksheet>'), true)
}

/**
 * An .xlsx whose every cell is text, so that nothing runs and no 工号 loses its zeros (architecture §8). Rows come in batches and only the packed
 * bytes are kept: 100,000 rows need no more memory than their file.
 */
export async function writeBook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const archive = archiveInto(chunks, await import('fflate'))
  const utf8 = new TextEncoder()
  for (const [name, xml] of Object.entries(partsFor(sheets.map(({ name }) => name)))) archive.open(name).push(utf8.encode(`${DECLARATION}${xml}`), true)
  for (const [at, sheet] of sheets.entries()) await writeRows(archive.open(`xl/worksheets/sheet${at + 1}.xml`), sheet)
  archive.end()
  return joined(chunks)
}

/** A book of one sheet. */
export const writeXlsx = (name: string, columns: readonly WrittenColumn[], batches: Batches): Promise<Uint8Array> => writeBook([{ name, columns, batches }])
