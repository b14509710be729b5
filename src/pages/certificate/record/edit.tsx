import { useState } from 'react'
import { chosenDevices, chosenPeople, withDevices, withPeople, type Draft } from '../../../features/certificate/draft'
import { FormBody } from '../../../features/certificate/form/form-body'
import { FormNotices } from '../../../features/certificate/form/form-notices'
import { LookBefore } from '../../../features/certificate/form/look-before'
import { MENU_NAMES } from '../../../features/certificate/menu-names'
import { SaveBar } from '../../../features/certificate/form/save-bar'
import { useCertificateForm, type CertificateFormDesk, type CertificateFormPage } from '../../../features/certificate/form/use-certificate-form'
import { useLeaveForm } from '../../../features/certificate/form/use-leave-form'
import { PeopleDialog } from '../../../features/certificate/people/people-dialog'
import { DeviceDialog } from '../../../features/certificate/picker/device-dialog'
import { useOpening } from '../../../features/certificate/use-opening'
import { goTo } from '../../../platform/navigate'
import { useIsWide } from '../../../platform/width'
import { ErrorState } from '../../../ui/error-state'
import { PageFrame } from '../../../ui/page-frame'
import { Skeleton } from '../../../ui/skeleton'

definePageConfig({ navigationBarTitleText: '设备操作证' })

type Picker = 'devices' | 'people'

interface DialogsProps {
  open: Picker | null
  draft: Draft
  onClose: () => void
  onChange: (change: (draft: Draft) => Draft) => void
}

/** The pickers of the desk lie over the form; the phone has a page for each. */
const Dialogs = ({ open, draft, onClose, onChange }: DialogsProps) => {
  const choose = (change: (draft: Draft) => Draft) => {
    onChange(change)
    onClose()
  }
  return (
    <>
      <DeviceDialog open={open === 'devices'} initial={chosenDevices(draft)} onCancel={onClose} onDetail={(id) => goTo('/pages/device/record/detail', { id })} onDone={(devices) => choose((each) => withDevices(each, devices))} />
      <PeopleDialog open={open === 'people'} initial={chosenPeople(draft)} onCancel={onClose} onDone={(people) => choose((each) => withPeople(each, people))} />
    </>
  )
}

interface FilledProps extends ReturnType<typeof useOpening> {
  page: CertificateFormPage
  desk: CertificateFormDesk
}

/** The form and what lies over it, once its draft is there. */
const Filled = ({ page, desk, opening, params }: FilledProps) => {
  const wide = useIsWide()
  const [picker, setPicker] = useState<Picker | null>(null)
  const openPicker = (which: Picker) => (wide ? setPicker(which) : goTo(`/pages/certificate/record/${which}`, params))
  return (
    <>
      <FormNotices page={page} opening={opening} />
      <FormBody desk={desk} onDevices={() => openPicker('devices')} onPeople={() => openPicker('people')} />
      <Dialogs open={picker} draft={desk.draft} onClose={() => setPicker(null)} onChange={page.change} />
    </>
  )
}

const Waiting = ({ page }: { page: CertificateFormPage }) =>
  page.failure === null ? <Skeleton shape='text' /> : <ErrorState failure={page.failure} onRetry={() => void page.reload()} />

/** 新增设备操作证, 修改设备操作证 (S5, S12). */
export default function CertificateEditPage() {
  const { opening, params } = useOpening()
  const page = useCertificateForm(opening)
  const leave = useLeaveForm(page)
  const wide = useIsWide()
  const verb = opening.id === null ? '新增' : '修改'
  const { desk } = page
  const { list, noun, short } = MENU_NAMES[desk?.rules.type.menu ?? 'device-certificate']
  return (
    <PageFrame
      title={wide ? `${verb}${noun}` : `${verb}${short}`}
      back={leave.back}
      breadcrumb={['证照管理', list, verb]}
      aside={desk && <LookBefore outlook={desk.outlook} />}
      footer={desk && <SaveBar desk={desk} busy={page.busy} trouble={page.trouble} onSave={() => void leave.save()} onCancel={() => void leave.cancel()} />}
    >
      {desk ? <Filled page={page} desk={desk} opening={opening} params={params} /> : <Waiting page={page} />}
    </PageFrame>
  )
}
