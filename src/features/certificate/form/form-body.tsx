import { View } from '@tarojs/components'
import { useIsWide } from '../../../platform/width'
import { Fields } from '../../../ui/fields'
import { Section } from '../../../ui/section'
import { AttachmentRows } from './attachment-rows'
import { BasicFields, FormText } from './basic-fields'
import { DeviceRows } from './device-rows'
import { NotifyFields } from './notify-fields'
import { PlanNote } from './plan-note'
import { ReminderFields } from './reminder-fields'
import { ToldPeople } from './told-people'
import type { CertificateFormDesk } from './use-certificate-form'
import './form.scss'

interface Props {
  desk: CertificateFormDesk
  /** Opens 选择设备, and the list of accounts. */
  onDevices: () => void
  onPeople: () => void
}

/** A type that is about a person only asks for no devices; those that are linked already stay in sight. */
const Devices = ({ desk, onLink }: { desk: CertificateFormDesk; onLink: () => void }) => {
  const wanted = desk.demands('deviceIds') || desk.draft.form.deviceIds.length > 0 || desk.errorOf('deviceIds') !== undefined
  return wanted ? <DeviceRows desk={desk} onLink={onLink} /> : null
}

const NEEDED = '证件号、姓名至少填一项'

const Phone = ({ desk, onDevices, onPeople }: Props) => (
  <>
    <Devices desk={desk} onLink={onDevices} />
    <AttachmentRows desk={desk} />
    <Section title='基础设置' note={NEEDED}><BasicFields desk={desk} /></Section>
    <Section title='提醒'>
      <ReminderFields desk={desk} last />
      <PlanNote plan={desk.outlook.plan} sms={desk.outlook.sms} />
    </Section>
    <NotifyFields desk={desk} onPeople={onPeople} />
    <Section title='谁能收到' note='保存前检查'><ToldPeople people={desk.outlook.told} /></Section>
  </>
)

const Desk = ({ desk, onDevices, onPeople }: Props) => (
  <>
    <Devices desk={desk} onLink={onDevices} />
    <Section title='基础设置'>
      <Fields>
        <BasicFields desk={desk} />
        <ReminderFields desk={desk} />
        <FormText desk={desk} name='description' />
      </Fields>
    </Section>
    <AttachmentRows desk={desk} />
    <NotifyFields desk={desk} onPeople={onPeople} />
  </>
)

/** 设备操作证: one column on the phone, three on the desk (S13–S32, S38–S41). */
export const FormBody = (props: Props) => {
  const wide = useIsWide()
  return <View className='cert-form'>{wide ? <Desk {...props} /> : <Phone {...props} />}</View>
}
