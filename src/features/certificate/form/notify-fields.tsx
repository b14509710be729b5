import { View } from '@tarojs/components'
import { useState } from 'react'
import { RELATED_ROLES } from '../../../../domain/certificate/certificate'
import { CHANNELS } from '../../../../domain/reminder/channel'
import { useIsWide } from '../../../platform/width'
import { CheckRow } from '../../../ui/choice-row'
import { Button } from '../../../ui/button'
import { Fields } from '../../../ui/fields'
import { Section } from '../../../ui/section'
import { Sheet } from '../../../ui/sheet'
import { toggleChannel, toggleRole } from '../change-form'
import { chosenPeople } from '../draft'
import { CHANNEL_LABELS, ROLE_WORDS, WECHAT_HINT } from '../wording'
import { LABELS } from './field-labels'
import { OpenField } from './open-field'
import { TemplateSheet } from './template-sheet'
import type { CertificateFormDesk } from './use-certificate-form'

interface Props {
  desk: CertificateFormDesk
}

/** 发送形式: three independent ticks with the guide's printed hint (S38). */
const ChannelRows = ({ desk }: Props) => {
  const wide = useIsWide()
  return (
    <View className='channels' role='group' aria-label={LABELS.channels}>
      {CHANNELS.map((channel) => (
        <CheckRow
          key={channel}
          text={CHANNEL_LABELS[channel]}
          note={channel === 'wechat' && !wide ? WECHAT_HINT : undefined}
          chosen={desk.draft.form.channels[channel]}
          onClick={() => desk.edit((form) => toggleChannel(form, channel))}
        />
      ))}
      {wide && <View className='channels__h cap'>{WECHAT_HINT}</View>}
    </View>
  )
}

const ROLE_NOTES = { creator: '录入这张证的人', editor: '最后修改这张证的人，谁改了就提醒谁' } as const

/** 相关人员 are roles, resolved when a message is sent (S39). */
const RolesSheet = ({ desk, open, onClose }: Props & { open: boolean; onClose: () => void }) => (
  <Sheet open={open} title={LABELS.relatedRoles} onClose={onClose} footer={<Button wide onClick={onClose}>确定</Button>}>
    {RELATED_ROLES.map((role) => (
      <CheckRow key={role} text={ROLE_WORDS[role]} note={ROLE_NOTES[role]} chosen={desk.draft.form.relatedRoles.includes(role)} onClick={() => desk.edit((form) => toggleRole(form, role))} />
    ))}
  </Sheet>
)

/** 通知人员: how, whom and with what words (S38–S41). */
export const NotifyFields = ({ desk, onPeople }: Props & { onPeople: () => void }) => {
  const [sheet, setSheet] = useState<'roles' | 'template' | null>(null)
  const { relatedRoles, template } = desk.draft.form
  const close = () => setSheet(null)
  return (
    <Section title='通知人员' note={LABELS.channels}>
      <ChannelRows desk={desk} />
      <Fields>
        <OpenField label={LABELS.relatedRoles} value={RELATED_ROLES.filter((role) => relatedRoles.includes(role)).map((role) => ROLE_WORDS[role]).join('、')} placeholder='请选择' error={desk.errorOf('relatedRoles')} onOpen={() => setSheet('roles')} />
        <OpenField label={LABELS.recipientIds} value={chosenPeople(desk.draft).map(({ name }) => name).join('、')} placeholder='请选择' error={desk.errorOf('recipientIds')} onOpen={onPeople} />
        <OpenField label={LABELS.template} value={template} placeholder='请填写' error={desk.errorOf('template')} last onOpen={() => setSheet('template')} />
      </Fields>
      <RolesSheet desk={desk} open={sheet === 'roles'} onClose={close} />
      <TemplateSheet desk={desk} open={sheet === 'template'} onClose={close} />
    </Section>
  )
}
