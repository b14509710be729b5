import { View } from '@tarojs/components'
import { useState } from 'react'
import { getCertificate, saveCertificate } from '../../../../contract/certificate'
import type { OutputOf } from '../../../../contract/operation'
import { checkForm, tidyForm } from '../../../../domain/certificate/form'
import type { PlanMenu } from '../../../../domain/certificate/type-menu'
import type { CallFailure } from '../../../platform/call-failure'
import { failureWords } from '../../../platform/failure-words'
import { useToday } from '../../../platform/server-clock'
import { toast } from '../../../platform/toast'
import { useCommand, useOperation } from '../../../platform/use-operation'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorState } from '../../../ui/error-state'
import { Sheet } from '../../../ui/sheet'
import { Skeleton } from '../../../ui/skeleton'
import { FileRow, useDeviceFiles } from '../device-file-row'
import { refusedFields } from '../refused-fields'
import { PLAN_FAILURES } from '../wording'
import { NotifyInputs } from './notify-inputs'
import type { PaperDesk } from './paper-desk'
import { changePaper, chooseType, formToSend, newPaper, type Paper, type PaperType } from './paper-form'
import { PaperInputs } from './paper-inputs'
import { fieldOfRefusal, PAPER_WORDS, paperCodeWords } from './paper-words'
import { usePaperTypes } from './use-paper-types'

type Loaded = OutputOf<typeof getCertificate>['certificate']

interface About {
  deviceId: string
  tab: PlanMenu
  /** The plan that is changed; `null`: a new one. */
  loaded: Loaded | null
  type: PaperType
  types: readonly PaperType[]
  onClose: () => void
}

const NEW = { id: null, version: null }
const placeOf = (loaded: Loaded | null) => (loaded ? { id: loaded.id, version: loaded.version } : NEW)

const paperOf = ({ form, recipients, attachments }: Loaded): Paper =>
  ({ form, people: recipients.filter(({ id }) => form.recipientIds.includes(id)).map(({ id, name }) => ({ id, name })), files: attachments })

const startOf = ({ loaded, type, deviceId }: About): Paper => {
  const paper = loaded ? paperOf(loaded) : newPaper(type)
  return { ...paper, form: { ...paper.form, deviceIds: loaded ? paper.form.deviceIds : [deviceId] } }
}

/** What the last save was refused with, by field; none where it is about the whole. */
function theirCodes(failure: CallFailure | null): Record<string, string> {
  const field = failure && fieldOfRefusal(failure.code)
  return failure && field ? { [field]: failure.code } : refusedFields(failure)
}

/** The form of one plan: checked by the server's own rule, saved by the operation of every certificate. */
function usePlanForm(about: About) {
  const [type, setType] = useState(about.type)
  const [paper, setPaper] = useState(() => startOf(about))
  const [tried, setTried] = useState(false)
  const files = useDeviceFiles(paper.files)
  const { run, busy, failure } = useCommand(saveCertificate)
  const today = useToday()
  const whole = { ...paper, files: files.files }
  const own: Readonly<Record<string, string | undefined>> = checkForm(formToSend(whole), { today, type })
  const theirs = theirCodes(failure)
  const codes = { ...theirs, ...(tried ? own : {}) }
  const desk: PaperDesk = {
    tab: about.tab, type, types: about.types, paper,
    set: (change) => setPaper((now) => ({ ...now, form: changePaper(type, now.form, change) })),
    put: (part) => setPaper((now) => ({ ...now, ...part })),
    choose: (chosen) => {
      setType(chosen)
      setPaper((now) => chooseType(now, type, chosen))
    },
    errorOf: (field) => (codes[field] === undefined ? undefined : paperCodeWords(about.tab, codes[field])),
  }
  const save = async (): Promise<boolean> => {
    setTried(true)
    if (Object.keys(own).length > 0) return false
    return await run({ ...placeOf(about.loaded), form: tidyForm(formToSend(whole)) }) !== null
  }
  const trouble = failure === null || Object.keys(theirs).length > 0 ? '' : failureWords(failure.code, failure.detail, PLAN_FAILURES)
  return { desk, files, save, busy: busy || files.busy, trouble, wrongFiles: desk.errorOf('attachmentIds') ?? desk.errorOf('channels') ?? '' }
}

const Form = (about: About) => {
  const { desk, files, save, busy, trouble, wrongFiles } = usePlanForm(about)
  const words = PAPER_WORDS[about.tab]
  const store = async () => {
    if (!await save()) return
    toast('已保存')
    about.onClose()
  }
  return (
    <Sheet open title={about.loaded ? `修改${words.tab}` : words.add} onClose={about.onClose} footer={<Button wide busy={busy} onClick={() => void store()}>保存</Button>}>
      <PaperInputs desk={desk} />
      <NotifyInputs desk={desk} />
      <View className='dticks__l'>{words.file}</View>
      <FileRow files={files} />
      {[trouble, wrongFiles].filter((text) => text !== '').map((text) => <View key={text} className='dform__w' role='alert'>{text}</View>)}
    </Sheet>
  )
}

interface Props {
  deviceId: string
  tab: PlanMenu
  id: string | null
  onClose: () => void
}

interface WaitingProps { tab: PlanMenu; failure: CallFailure | null; waiting: boolean; onRetry: () => void; onClose: () => void }

const Waiting = ({ tab, failure, waiting, onRetry, onClose }: WaitingProps) => (
  <Sheet open title={PAPER_WORDS[tab].tab} onClose={onClose}>
    {failure && <ErrorState failure={failure} onRetry={onRetry} />}
    {!failure && waiting && <Skeleton shape='text' />}
    {!waiting && <Empty note='证件类型里没有启用的计划类型，请先到“证件类型”启用。' />}
  </Sheet>
)

type OneProps = Omit<Props, 'id'>

const NewPlan = ({ tab, ...about }: OneProps) => {
  const types = usePaperTypes()
  const offered = types.of(tab)
  const [type] = offered
  if (type) return <Form {...about} tab={tab} loaded={null} type={type} types={offered} />
  return <Waiting tab={tab} failure={types.failure} waiting={!types.known} onRetry={() => void types.reload()} onClose={about.onClose} />
}

const StoredPlan = ({ id, tab, ...about }: OneProps & { id: string }) => {
  const types = usePaperTypes()
  const { data, failure, reload } = useOperation(getCertificate, { id })
  const loaded = data?.certificate ?? null
  const type = loaded && types.named(loaded.form.typeId)
  if (type) return <Form {...about} tab={tab} loaded={loaded} type={type} types={types.of(tab)} />
  return <Waiting tab={tab} failure={failure ?? types.failure} waiting onRetry={() => void Promise.all([types.reload(), reload()])} onClose={about.onClose} />
}

/** 新增 or 修改 of a plan (S48), once its type and what is stored of it are there. */
export const PlanSheet = ({ id, ...about }: Props) => (id === null ? <NewPlan {...about} /> : <StoredPlan id={id} {...about} />)
