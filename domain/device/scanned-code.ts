import { isCivilDay, type CivilDay } from '../kernel/civil-day'

/** What a code on the device's nameplate says of it; '' and null: nothing. */
export interface ScannedCode { udi: string; serialNumber: string; producedOn: CivilDay | null }

/** Ends a value of no fixed length inside a code (GS1 General Specifications, FNC1). */
const SEPARATOR = '\u001d'
/** Application identifiers of a 医疗器械唯一标识, with how many signs follow; null: up to the separator. */
const IDENTIFIERS: Readonly<Record<string, number | null>> = { '01': 14, '11': 6, '17': 6, '10': null, '21': null }

/** As it is printed, (01)…(21)…, or as it is encoded, without brackets. */
function elementsOf(text: string): Map<string, string> {
  const bracketed = [...text.matchAll(/\((\d{2})\)([^()]+)/g)]
  if (bracketed.length > 0) return new Map(bracketed.map(([, identifier = '', value = '']) => [identifier, value.trim()]))
  const found = new Map<string, string>()
  let rest = text
  while (rest.slice(0, 2) in IDENTIFIERS) {
    const identifier = rest.slice(0, 2)
    const [ends, separated] = [IDENTIFIERS[identifier] ?? null, rest.indexOf(SEPARATOR)]
    const end = ends === null ? (separated < 0 ? rest.length : separated) : 2 + ends
    found.set(identifier, rest.slice(2, end))
    rest = rest.slice(rest[end] === SEPARATOR ? end + 1 : end)
  }
  return found
}

/** YYMMDD of this century; day 00 is the month as a whole, and no day. */
function dayOf(value: string | undefined): CivilDay | null {
  const day = /^(\d{2})(\d{2})(\d{2})$/.exec(value ?? '')
  const text = day ? `20${day[1]}-${day[2]}-${day[3]}` : ''
  return isCivilDay(text) ? text : null
}

/** What a reader puts before it: its kind of code, ]d2, or a separator. */
const withoutPrefix = (text: string): string => (text.startsWith(']') ? text.slice(3) : text.startsWith(SEPARATOR) ? text.slice(1) : text)

/**
 * Reads a code of a device: 序列号 and 生产日期 out of a UDI by GS1 (医疗器械唯一标识系统规则; GS1 General Specifications, 3: (01) product, (11) produced,
 * (21) serial), a UDI of another 发码机构 (MA.…, or digits alone) as it stands. null: it is no UDI.
 */
export function readScannedCode(scanned: string): ScannedCode | null {
  const text = withoutPrefix(scanned.trim())
  const elements = elementsOf(text)
  if (/^\d{14}$/.test(elements.get('01') ?? '')) {
    const udi = [...elements].map(([identifier, value]) => `(${identifier})${value}`).join('')
    return { udi, serialNumber: elements.get('21') ?? '', producedOn: dayOf(elements.get('11')) }
  }
  return /^MA\.\d+/.test(text) ? { udi: text, serialNumber: '', producedOn: null } : null
}
