import { isCivilDay } from '../kernel/civil-day'
import { clip, foldWidth, tidy } from '../kernel/text'
import { CERTIFICATE_LIMITS } from './certificate'
import { PRINTED_FIELDS, type PrintedField } from './printed-field'

/** What a photo seems to say; `from` is the text that it was read from, for whoever confirms it. */
export interface PrintedProposal { field: PrintedField; value: string; from: string }

/** How certificates name their fields, the longer words first. */
const LABELS: Readonly<Record<PrintedField, RegExp>> = {
  number: /(?:证书编号|证件编号|证件号码|证书号码|证件号|证书号|编号|证号)/,
  holderName: /姓\s*名/,
  issuer: /(?:颁证单位|发证机关|发证单位|颁发单位|颁发机构|签发机关|签发单位)/,
  issuedOn: /(?:签发日期|发证日期|颁发日期|批准日期|颁证日期|签发时间)/,
  expiresOn: /(?:有效期限|有效期至|有效日期|有效期|失效日期)/,
}
/** Labels of what is not read, where another value ends. */
const OTHERS = '性\\s*别|出生|职\\s*称|职\\s*务|工\\s*种|专\\s*业|科\\s*室|身份证|单\\s*位'
const ANY = new RegExp([...Object.values(LABELS).map(({ source }) => source), OTHERS].join('|'))
const DATE = /(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})/g

/** The last day in a text: 「自…至…」 ends with the one that counts. */
function dayIn(text: string): string {
  const days = [...text.matchAll(DATE)].map(([, year, month = '', day = '']) => `${year ?? ''}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return days.filter(isCivilDay).pop() ?? ''
}

const numberIn = (text: string): string => /[A-Za-z0-9\u4e00-\u9fa5()][A-Za-z0-9\u4e00-\u9fa5()\-/]*/.exec(text.replace(/\s/g, ''))?.[0] ?? ''
const nameIn = (text: string): string => /^[\u4e00-\u9fa5·]{2,15}/.exec(text.replace(/\s/g, ''))?.[0] ?? ''

const READ: Readonly<Record<PrintedField, (text: string) => string>> = {
  number: (text) => { const found = numberIn(text); return /\d/.test(found) ? clip(found, CERTIFICATE_LIMITS.number) : '' },
  holderName: nameIn,
  issuer: (text) => clip(tidy(text), CERTIFICATE_LIMITS.issuer),
  issuedOn: dayIn,
  expiresOn: dayIn,
}

/** What follows the label up to the next one; where nothing does, the line below, unless that is a label itself. */
function valueAfter(label: RegExp, line: string, below: string): string | null {
  const found = label.exec(line)
  if (!found) return null
  const rest = line.slice(found.index + found[0].length).replace(/^[\s:.]+/, '')
  const next = ANY.exec(rest)
  const own = next ? rest.slice(0, next.index) : rest
  if (own.trim() !== '') return own
  return ANY.test(below) ? '' : below
}

function proposalFor(field: PrintedField, lines: readonly string[]): PrintedProposal[] {
  for (const [at, line] of lines.entries()) {
    const below = lines[at + 1] ?? ''
    const text = valueAfter(LABELS[field], line, below)
    const value = text === null ? '' : READ[field](text)
    if (value !== '') return [{ field, value, from: text !== null && text === below ? `${line} ${below}` : line }]
  }
  return []
}

/** Proposes fields of the form from the lines that were recognised on a photo (B15). Nothing is guessed without its label. */
export function printedFields(recognised: readonly string[]): PrintedProposal[] {
  const lines = recognised.map((line) => foldWidth(line).trim()).filter((line) => line !== '')
  return PRINTED_FIELDS.flatMap((field) => proposalFor(field, lines))
}
