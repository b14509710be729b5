import { foldWidth } from '../kernel/text'
import type { CivilDay } from '../kernel/civil-day'
import { dayOfCell } from '../sheet/day-cell'
import { isBlankCell, monthOfCell, partsOfCell, timeOfCell, wholeOfCell } from '../sheet/plain-cells'
import { emptyForm, type CertificateForm, type Channels, type Gender } from './certificate'
import type { CertificateCells } from './sheet-columns'
import type { RowProblem } from '../sheet/row-problem'

/** A row as its cells alone say it; what names other things (a type, devices, accounts) is still a name. */
export interface ReadRow {
  /** Without devices, recipients and type. */
  form: CertificateForm
  /** null: the type's own, or the guide's. */
  leadDays: number | null
  deviceCodes: string[]
  assetNumbers: string[]
  typeName: string
  staffNumber: string
  recipients: string[]
  problems: RowProblem[]
}

const CODE_DIGITS = 6
/** Excel makes 59 of 000059 (S16). */
const code = (part: string): string => (/^\d{1,6}$/.test(part) ? part.padStart(CODE_DIGITS, '0') : part)

const LONG_TERM = /^(长期|长期有效|永久|永久有效|终身|终身有效)$/
const GENDERS: Readonly<Record<string, Gender>> = { 男: 'male', 女: 'female', 男性: 'male', 女性: 'female' }
/** 发送形式 by a part of its word. */
const CHANNELS: ReadonlyArray<readonly [word: RegExp, channel: keyof Channels]> = [[/首页|电脑/, 'home'], [/短信/, 'sms'], [/微信|公众号/, 'wechat']]

/** Reads cells and keeps what it could not read. */
function reader(cells: CertificateCells) {
  const problems: RowProblem[] = []
  const refuse = (field: keyof CertificateCells, wrong: string): null => {
    problems.push({ field, code: wrong, detail: cells[field] })
    return null
  }
  const read = <T>(field: keyof CertificateCells, { by, wrong }: { by: (cell: string) => T | null; wrong: string }): T | null =>
    (isBlankCell(cells[field]) ? null : by(cells[field]) ?? refuse(field, wrong))
  return { problems, read }
}

type Read = ReturnType<typeof reader>['read']
const dayIn = (read: Read, field: 'issuedOn' | 'validFrom' | 'expiresOn'): CivilDay | null => read(field, { by: dayOfCell, wrong: 'import.day-unreadable' })

function channelsOfCell(cell: string): Channels | null {
  const channels: Channels = { home: false, sms: false, wechat: false }
  for (const part of partsOfCell(cell)) {
    const found = CHANNELS.find(([word]) => word.test(part))
    if (!found) return null
    channels[found[1]] = true
  }
  return channels
}

const textOf = (cell: string): string => (isBlankCell(cell) ? '' : cell)

/** What the cells of one row say (B23). Nothing is guessed: what cannot be read is a problem of its column. */
export function readRow(cells: CertificateCells): ReadRow {
  const { problems, read } = reader(cells)
  const longTerm = LONG_TERM.test(foldWidth(cells.expiresOn).replace(/\s/g, ''))
  const blank = emptyForm()
  const form: CertificateForm = {
    ...blank,
    number: foldWidth(textOf(cells.number)), holderName: textOf(cells.holderName), title: textOf(cells.title),
    issuer: textOf(cells.issuer), operableDevice: textOf(cells.operableDevice), description: cells.description,
    gender: read('gender', { by: (cell) => GENDERS[cell] ?? null, wrong: 'import.gender-unknown' }),
    birthMonth: read('birthMonth', { by: monthOfCell, wrong: 'import.month-unreadable' }),
    issuedOn: dayIn(read, 'issuedOn'), validFrom: dayIn(read, 'validFrom'),
    expiresOn: longTerm ? null : dayIn(read, 'expiresOn'), longTerm,
    sendTime: read('sendTime', { by: timeOfCell, wrong: 'send-time.invalid' }) ?? blank.sendTime,
    channels: read('channels', { by: channelsOfCell, wrong: 'import.channel-unknown' }) ?? blank.channels,
  }
  return {
    form, problems,
    leadDays: read('leadDays', { by: wholeOfCell, wrong: 'certificate.lead-not-whole' }),
    deviceCodes: partsOfCell(textOf(cells.deviceCodes)).map(code), assetNumbers: partsOfCell(textOf(cells.assetNumbers)),
    typeName: textOf(cells.typeName), staffNumber: foldWidth(textOf(cells.staffNumber)), recipients: partsOfCell(textOf(cells.recipients)),
  }
}

/** Form fields whose column has another name. */
const COLUMN_OF: Readonly<Record<string, string>> = { deviceIds: 'deviceCodes', recipientIds: 'recipients', typeId: 'typeName' }
export const columnOfField = (field: string): string => COLUMN_OF[field] ?? field
