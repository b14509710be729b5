import { tidy } from '../kernel/text'
import { isBlankCell } from '../sheet/plain-cells'
import { EMPLOYMENTS, type Employment, type Presence } from './person'
import { checkPerson, tidyPerson, type PersonForm } from './person-form'
import { EMPLOYMENT_WORDS, PRESENCE_WORDS } from './person-words'
import type { PersonCells } from './sheet-columns'
import type { RowProblem } from '../sheet/row-problem'

/** A row as its cells alone say it; 科室 is still a name, and `form.departmentId` empty. */
export interface ReadPerson { form: PersonForm; department: string; presence: Presence; problems: RowProblem[] }

/** What personnel lists call the kinds of employment beside our own words. */
const OTHER_WORDS: Readonly<Record<string, Employment>> = {
  正式: 'permanent', 事业编: 'permanent', 编制内: 'permanent', 合同制: 'contract', 聘用: 'contract', 编外: 'contract', 临时: 'temporary', 临聘人员: 'temporary',
  规培生: 'resident', 住培: 'resident', 进修生: 'visiting', 厂商: 'vendor', 厂家工程师: 'vendor',
}
/** Being at work, in the words of such lists; whoever has left need not come in. */
const AT_WORK: Readonly<Record<string, Presence>> = { 在职: 'present', 休假: 'away', 产假: 'away', 外出进修: 'away', 退休: 'left' }
const PRESENCE_BY_WORD = new Map(Object.entries(PRESENCE_WORDS).map(([presence, word]) => [word, presence as Presence]))

const textOf = (cell: string): string => (isBlankCell(cell) ? '' : tidy(cell))

const employmentOf = (cell: string): Employment | undefined =>
  textOf(cell) === '' ? 'permanent' : EMPLOYMENTS.find((each) => EMPLOYMENT_WORDS[each] === tidy(cell)) ?? OTHER_WORDS[tidy(cell)]

const presenceOf = (cell: string): Presence | undefined => (textOf(cell) === '' ? 'present' : PRESENCE_BY_WORD.get(tidy(cell)) ?? AT_WORK[tidy(cell)])

/** What the cells of one row say (B23, B27). Nothing is guessed: what cannot be read is a problem of its column. */
export function readPerson(cells: PersonCells): ReadPerson {
  const employment = employmentOf(cells.employment)
  const presence = presenceOf(cells.presence)
  const problems: RowProblem[] = []
  if (employment === undefined) problems.push({ field: 'employment', code: 'import.employment-unknown', detail: cells.employment })
  if (presence === undefined) problems.push({ field: 'presence', code: 'import.presence-unknown', detail: cells.presence })
  if (presence === 'left') problems.push({ field: 'presence', code: 'import.person-left', detail: cells.presence })
  const form = tidyPerson({ staffNumber: textOf(cells.staffNumber), name: textOf(cells.name), departmentId: '', title: textOf(cells.title), employment: employment ?? 'permanent' })
  const wrong = Object.entries(checkPerson(form)).filter(([field]) => field !== 'departmentId').map(([field, code]) => ({ field, code, detail: '' }))
  return { form, department: textOf(cells.department), presence: presence ?? 'present', problems: [...wrong, ...problems] }
}
