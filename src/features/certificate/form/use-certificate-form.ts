import type { CertificateForm } from '../../../../domain/certificate/certificate'
import type { AccountSelf } from '../../../../contract/account'
import type { CertificateType } from '../../../../domain/certificate/type'
import { warnForm } from '../../../../domain/certificate/form'
import { rulesOf } from '../../../../domain/reminder/rules'
import { serverNow, useToday } from '../../../platform/server-clock'
import { useSelf } from '../../../platform/use-self'
import { changeForm, type FormChange } from '../change-form'
import { chosenDevices, stagedIds, withAttachment, withForm, withMovedAttachment, withoutAttachment, type Draft, type LoadedCertificate } from '../draft'
import { discardStaged } from '../discard-staged'
import { changeDraft, dropDraft, type Opening } from '../draft-desk'
import { historyOf } from '../plan-history'
import { planWords, type PlanWords } from '../plan-words'
import { previewTexts, type PreviewText } from '../preview-words'
import { reachWarning, toldWords, type ToldWords } from '../reach-words'
import { useOpenDraft, type OpenDraft } from '../use-open-draft'
import { useSave, type FieldCodes, type Save } from '../use-save'
import { useUploads, type Uploads } from '../use-uploads'
import { fieldWords, WARNING_WORDS } from '../wording'
import { chooseType } from '../choose-type'
import { smsWords } from '../sms-words'
import { useFormRules, type FormRules } from './use-form-rules'
import { whoIsTold } from './who-is-told'

/** What the form says of itself before it is saved. */
export interface Outlook {
  plan: PlanWords
  told: ToldWords[]
  texts: PreviewText[]
  /** What the SMS cost and whether they wait; '' when there is nothing to say. */
  sms: string
  /** For the save bar: who cannot be reached, or that nobody is reminded; '' when all is well. */
  warning: string
}

/** An open form with everything its parts need. */
export interface CertificateFormDesk {
  draft: Draft
  codes: FieldCodes
  /** The sentence under a field, when it is wrong. */
  errorOf: (field: keyof CertificateForm) => string | undefined
  /** 证件类型 and what it demands. */
  rules: FormRules
  demands: (field: keyof CertificateForm) => boolean
  choose: (typeId: string) => void
  set: (change: FormChange) => void
  edit: (change: (form: CertificateForm) => CertificateForm) => void
  outlook: Outlook
  uploads: Uploads
  removeAttachment: (id: string) => void
  moveAttachment: (id: string, by: -1 | 1) => void
}

export interface CertificateFormPage extends OpenDraft, Pick<Save, 'save' | 'busy' | 'takenBy'> {
  /** Why the save as a whole failed; '' when it did not. */
  trouble: string
  /** `null` until the draft and its owner are there. */
  desk: CertificateFormDesk | null
  drop: () => void
}

interface Seen {
  draft: Draft
  self: AccountSelf
  certificate: LoadedCertificate | null
  today: string
  rules: FormRules
}

function outlookOf({ draft, self, certificate, today, rules: { type, institution } }: Seen): Outlook {
  const now = serverNow()
  const told = whoIsTold({ draft, self, certificate }).map((person) => toldWords(person, draft.form.channels))
  const [worry] = warnForm(draft.form, { today, type })
  const rules = rulesOf(type.rules, institution)
  const plan = planWords(draft.form, now, { ...historyOf(certificate, draft.form, { now, rules }), rules })
  return {
    plan, told, sms: smsWords(plan, draft.form, institution),
    texts: previewTexts({ form: draft.form, devices: chosenDevices(draft), now, type, rules }),
    warning: worry === undefined ? reachWarning(told) : WARNING_WORDS[worry],
  }
}

/** The whole edit page: opens the draft, changes it, previews it, saves it once. */
export function useCertificateForm(opening: Opening): CertificateFormPage {
  const open = useOpenDraft(opening)
  const { account } = useSelf()
  const today = useToday()
  const { draft, key, change } = open
  const rules = useFormRules(draft?.form.typeId)
  const uploads = useUploads((attachment, insteadOf) => {
    const wanted = changeDraft(key, (each) => withAttachment(each, attachment, insteadOf))
    if (wanted && insteadOf !== null && draft !== null && stagedIds(draft).includes(insteadOf)) discardStaged([insteadOf])
    return wanted
  })
  const { save, busy, codes, failure, takenBy } = useSave(open, { waits: uploads.waits, type: rules.type })
  const edit = (next: (form: CertificateForm) => CertificateForm) => change((each) => withForm(each, next(each.form)))
  const removeAttachment = (id: string) => {
    const staged = draft !== null && stagedIds(draft).includes(id)
    change((each) => withoutAttachment(each, id))
    if (staged) discardStaged([id])
  }
  const desk = draft === null || account === null ? null : {
    draft, codes, uploads, edit, removeAttachment, rules,
    moveAttachment: (id: string, by: -1 | 1) => change((each) => withMovedAttachment(each, id, by)),
    demands: (field: keyof CertificateForm) => isDemanded(rules.type, field),
    choose: (typeId: string) => change((each) => chooseType(each, rules.type, typeOf(rules, typeId))),
    errorOf: (field: keyof CertificateForm) => wordsAt(codes, field),
    set: (part: FormChange) => edit((form) => changeForm(form, part)),
    outlook: outlookOf({ draft, self: account, certificate: open.certificate, today, rules }),
  }
  return { ...open, save, busy, takenBy, trouble: failure?.message ?? '', desk, drop: () => dropAll(key, draft) }
}

/** The draft goes, and with it the files that only it knew. */
const dropAll = (key: string, draft: Draft | null): void => {
  if (draft !== null) discardStaged(stagedIds(draft))
  dropDraft(key)
}

const isDemanded = ({ requiredFields, needsPerson, needsDevice }: CertificateType, field: keyof CertificateForm): boolean =>
  (field === 'holderName' && needsPerson) || (field === 'deviceIds' && needsDevice) || requiredFields.some((each) => each === field)

const typeOf = ({ types, type }: FormRules, id: string): CertificateType => types.find((each) => each.id === id) ?? type

const wordsAt = (codes: FieldCodes, field: keyof CertificateForm): string | undefined => {
  const code = codes[field]
  return code === undefined ? undefined : fieldWords(code)
}
