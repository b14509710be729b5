import { checkForm } from '../../../../domain/certificate/form'
import { checkDevice } from '../../../../domain/device/device'
import { PAPER_TABS, type PaperTab } from '../../../../domain/device/paper-tabs'
import { checkRecord } from '../../../../domain/device/record'
import { formToSend } from '../papers/paper-form'
import { fieldOfRefusal } from '../papers/paper-words'
import { filledPapers, isMaintainerTouched, type NewDevice, type TypeNamed } from './new-device'

/** Where a field is: the archive's own part, or one of the tabs. */
export type Part = 'archive' | 'maintainer' | PaperTab
export type Codes = Readonly<Record<string, string>>
export type CodesByPart = Readonly<Partial<Record<Part, Codes>>>

const PARTS: readonly Part[] = ['archive', 'maintainer', ...PAPER_TABS]

/** The device of its papers is not there yet; it is with the save. */
const THIS_DEVICE = ['new']

/** What is wrong by the server's own rules, by part; an untouched tab has nothing wrong with it (S46). */
export function codesOf(device: NewDevice, { named, today }: { named: TypeNamed; today: string }): CodesByPart {
  const { fields, maintainer } = device
  const papers = filledPapers(device, named).map(({ tab, paper, type }): [Part, Codes] => [tab, checkForm({ ...formToSend(paper), deviceIds: THIS_DEVICE }, { today, type }) as Codes])
  return { archive: checkDevice(fields), ...(maintainer && isMaintainerTouched(maintainer) && { maintainer: checkRecord(maintainer.record) }), ...Object.fromEntries(papers) }
}

interface Refused { code: string; detail: Readonly<Record<string, unknown>> }

const partNamed = (name: unknown): Part | undefined => PARTS.find((part) => part === name)

/** What a refused save says of fields, by part. A tab's field is `<tab>.<field>`; any other is the archive's, by its path. */
export function refusedCodes(failure: Refused | null): CodesByPart {
  if (failure === null) return {}
  const field = fieldOfRefusal(failure.code)
  const part = partNamed(failure.detail.tab)
  if (field !== undefined && part !== undefined) return { [part]: { [field]: failure.code } }
  return failure.code === 'invalid-input' ? byPart((failure.detail.fields ?? {}) as Codes) : {}
}

/** Codes by the part that their path begins with. */
function byPart(fields: Codes): CodesByPart {
  const found: Partial<Record<Part, Record<string, string>>> = {}
  for (const [path, code] of Object.entries(fields)) {
    const [first, ...rest] = path.split('.')
    const at = partNamed(first) ?? 'archive'
    found[at] = { ...found[at], [rest.slice(-1)[0] ?? path]: code }
  }
  return found
}

/** The first part with something wrong, in the order of the screen. */
export const firstWrong = (codes: CodesByPart): Part | undefined => PARTS.find((part) => Object.keys(codes[part] ?? {}).length > 0)
