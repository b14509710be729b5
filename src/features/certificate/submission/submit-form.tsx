import { View } from '@tarojs/components'
import { useState } from 'react'
import { entitles } from '../../../../domain/certificate/type-menu'
import { SUBMISSION_LIMITS } from '../../../../domain/submission/submission'
import { goTo } from '../../../platform/navigate'
import { useIsWide } from '../../../platform/width'
import { Button } from '../../../ui/button'
import { CheckRow } from '../../../ui/choice-row'
import { DateField } from '../../../ui/date-field'
import { Fact } from '../../../ui/fact'
import { Fields } from '../../../ui/fields'
import { Notice } from '../../../ui/notice'
import { Section } from '../../../ui/section'
import { SelectField } from '../../../ui/select-field'
import { Sheet } from '../../../ui/sheet'
import { TextAreaField } from '../../../ui/text-area-field'
import { TextField } from '../../../ui/text-field'
import { FileDrop } from '../form/file-drop'
import { DeviceDialog } from '../picker/device-dialog'
import { DeviceListPicker } from '../picker/device-list-picker'
import { usePicking, type PickerProps } from '../picker/picker-props'
import { withDevices } from './submit-draft'
import type { SubmitDesk } from './use-submit'
import './submission.scss'

interface Props { desk: SubmitDesk }

const Photos = ({ desk }: Props) => {
  const { files } = desk.draft.form
  const error = desk.errorOf('attachmentIds')
  return (
    <Section title='新证照片' note='拍清楚整张证，可多张'>
      <FileDrop files={files} uploads={desk.uploads} onRemove={desk.removeFile} />
      {error !== undefined && <View className='form-error' role='alert'>{error}</View>}
    </Section>
  )
}

/** What a renewal is of: read, not typed. */
const Old = ({ desk: { old } }: Props) => old && (
  <Section title='换的是这张证'>
    <Fact name='持证人'>{old.holderName}</Fact>
    <Fact name='证件号'>{old.number}</Fact>
    <Fact name='有效期至'>{old.longTerm ? '长期有效' : old.expiresOn}</Fact>
    {old.devices !== '' && <Fact name='设备'>{old.devices}</Fact>}
  </Section>
)

const PhonePicker = (props: PickerProps) => {
  const picking = usePicking(props.initial)
  return (
    <Sheet open title='选择设备' onClose={props.onCancel} footer={<Button wide onClick={() => props.onDone(picking.chosen)}>{`确定，已选 ${picking.chosen.length} 台`}</Button>}>
      <DeviceListPicker picking={picking} onDetail={props.onDetail} />
    </Sheet>
  )
}

const Devices = ({ desk }: Props) => {
  const [picking, setPicking] = useState(false)
  const wide = useIsWide()
  const { devices } = desk.draft.form
  const error = desk.errorOf('deviceIds')
  const picker: PickerProps = {
    initial: devices,
    onDone: (chosen) => {
      desk.put(withDevices(chosen))
      setPicking(false)
    },
    onCancel: () => setPicking(false),
    onDetail: (id) => goTo('/pages/device/record/detail', { id }),
  }
  return (
    <Section title={devices.length === 0 ? '可操作的设备' : `可操作的设备 ${devices.length}`} action={<Button kind={wide ? 'line' : 'text'} icon='plus' onClick={() => setPicking(true)}>关联设备</Button>}>
      {devices.map(({ id, name, code }) => <Fact key={id} name={code}>{name}</Fact>)}
      {devices.length === 0 && error === undefined && <View className='cap form-hint'>还没有关联设备。</View>}
      {error !== undefined && <View className='form-error' role='alert'>{error}</View>}
      {picking && (wide ? <DeviceDialog open {...picker} /> : <PhonePicker {...picker} />)}
    </Section>
  )
}

const TypeField = ({ desk }: Props) => {
  const { typeId } = desk.draft.form
  const options = desk.types.filter(({ active, id, menu }) => (active && entitles(menu)) || id === typeId).map(({ id, name }) => ({ value: id, label: name }))
  return <SelectField label='证件类型' value={typeId} options={options} error={desk.errorOf('typeId')} onChange={(value) => desk.put({ typeId: value ?? typeId })} />
}

/** Whose a new certificate is: most often the submitter's own. */
const Holder = ({ desk }: Props) => {
  const { forSelf, holderName } = desk.draft.form
  return (
    <>
      {desk.person && <CheckRow text={`本人（${desk.person.name}）`} note='替同科室的人提交时，取消勾选' chosen={forSelf} onClick={() => desk.put({ forSelf: !forSelf })} />}
      {!(forSelf && desk.person) && <TextField label='持证人姓名' value={holderName} maxLength={40} error={desk.errorOf('holderName')} onChange={(value) => desk.put({ holderName: value })} />}
    </>
  )
}

const Card = ({ desk }: Props) => {
  const { number, issuer, issuedOn, expiresOn, longTerm, note } = desk.draft.form
  const { isRenewal, put, errorOf } = desk
  return (
    <Section title='新证上写的' note={isRenewal ? '没变的不用改' : undefined}>
      {!isRenewal && <Holder desk={desk} />}
      <Fields>
        {!isRenewal && <TypeField desk={desk} />}
        <TextField label='证件号' value={number} maxLength={60} error={errorOf('number')} onChange={(value) => put({ number: value })} />
        <TextField label='颁证单位' value={issuer} maxLength={100} error={errorOf('issuer')} onChange={(value) => put({ issuer: value })} />
        <DateField label='签发日期' value={issuedOn} error={errorOf('issuedOn')} onChange={(value) => put({ issuedOn: value })} />
        {!longTerm && <DateField label={isRenewal ? '新有效期至' : '有效期至'} required value={expiresOn} error={errorOf('expiresOn')} onChange={(value) => put({ expiresOn: value })} />}
      </Fields>
      <CheckRow text='长期有效' chosen={longTerm} onClick={() => put({ longTerm: !longTerm })} />
      <TextAreaField label='说明' last value={note} maxLength={SUBMISSION_LIMITS.note} placeholder='可不填' error={errorOf('note')} onChange={(value) => put({ note: value })} />
    </Section>
  )
}

const Before = ({ desk }: Props) => {
  const { reason, restored, overtakenBy } = desk
  return (
    <View className='pad form-notices'>
      {reason !== '' && <Notice icon='warn' tone='warn'>{`退回原因：${reason}`}</Notice>}
      {overtakenBy !== null && <Notice icon='warn' tone='warn'>这份提交刚有变化。<Button kind='text' onClick={desk.startOver}>换成最新的</Button></Notice>}
      {restored && overtakenBy === null && <Notice>接着上次没提交的内容。<Button kind='text' onClick={desk.startOver}>不要了，重新填</Button></Notice>}
    </View>
  )
}

/** 提交换证, 提交新证 (B16): the photo first, then what stands on it. */
export const SubmitForm = ({ desk }: Props) => (
  <View className='submit-form'>
    <Before desk={desk} />
    <Photos desk={desk} />
    {desk.isRenewal ? <Old desk={desk} /> : desk.type.needsDevice && <Devices desk={desk} />}
    <Card desk={desk} />
  </View>
)
