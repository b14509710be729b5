import { View } from '@tarojs/components'
import { goBack } from '../../platform/navigate'
import { toast } from '../../platform/toast'
import { useIsWide } from '../../platform/width'
import { BottomBar } from '../../ui/bottom-bar'
import { Button } from '../../ui/button'
import { CheckRow } from '../../ui/choice-row'
import { ErrorState } from '../../ui/error-state'
import { Notice } from '../../ui/notice'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { RetentionEdit } from './retention-edit'
import { useSecurityEdit, type SecurityEditing } from './use-security-edit'
import './security.scss'

const MOST_NAMED = 5

const named = (unbound: ReadonlyArray<{ name: string }>): string =>
  `${unbound.slice(0, MOST_NAMED).map(({ name }) => name).join('、')}${unbound.length > MOST_NAMED ? `等 ${unbound.length} 人` : ''}`

/** 管理员登录需手机确认 (B25), and whom it would keep outside. */
const Confirming = ({ edit: { asked, draft, put } }: { edit: SecurityEditing }) => {
  if (asked.data === undefined || draft === null) return null
  const { bound, unbound } = asked.data
  const { adminsConfirm } = draft.form
  return (
    <Section title='管理员登录'>
      <CheckRow
        last
        text='管理员登录需手机确认'
        note='院级管理员和设备科用密码登录网页后，还要用绑定的微信扫码确认；扫码登录不受影响'
        chosen={adminsConfirm}
        onClick={() => put({ adminsConfirm: !adminsConfirm })}
      />
      {adminsConfirm && !bound && <Notice tone='warn' icon='warn'>您自己还没有绑定小程序：保存会被拒绝。请先在小程序里绑定。</Notice>}
      {adminsConfirm && unbound.length > 0 && <Notice tone='warn' icon='warn'>{named(unbound)}还没有绑定小程序，开启后登不了网页，直到用绑定码绑定。</Notice>}
      <View className='cap sec__hint'>手机丢了：由另一位管理员在「账号管理」里重置登录、再发绑定码；只剩一位管理员的，由平台运维用命令补发。</View>
    </Section>
  )
}

const Bar = ({ edit: { busy, dirty, trouble }, onSave }: { edit: SecurityEditing; onSave: () => void }) => (
  <BottomBar note={<View className={trouble === '' ? 'cap' : 'cap sec__trouble'} role={trouble === '' ? undefined : 'alert'}>{trouble || (dirty ? '改好后请保存' : '没有改动')}</View>}>
    <Button busy={busy} disabled={!dirty} onClick={onSave}>保存</Button>
  </BottomBar>
)

const Body = ({ edit }: { edit: SecurityEditing }) => {
  const { asked, draft, overtakenBy, startOver } = edit
  if (draft === null) return asked.failure === null ? <Skeleton shape='text' rows={6} /> : <ErrorState failure={asked.failure} onRetry={() => void asked.reload()} />
  return (
    <View className='sec'>
      {overtakenBy !== null && <View className='pad'><Notice tone='warn' icon='warn'>有人在您打开之后改过安全设置。<Button kind='text' onClick={startOver}>换成最新的</Button></Notice></View>}
      <Confirming edit={edit} />
      <RetentionEdit edit={edit} />
    </View>
  )
}

/** 安全设置 of the hospital: how administrators come in, and how long what is over is kept. */
export const SecurityEdit = ({ accountId }: { accountId: string }) => {
  const edit = useSecurityEdit(accountId)
  const wide = useIsWide()
  const save = async () => {
    if (await edit.save()) toast('已保存')
  }
  return (
    <PageFrame title='安全设置' breadcrumb={['安全设置']} back={wide ? undefined : () => goBack('/pages/me/me')} footer={edit.draft && <Bar edit={edit} onSave={() => void save()} />}>
      <Body edit={edit} />
    </PageFrame>
  )
}
