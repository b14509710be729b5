import { View } from '@tarojs/components'
import { isAbove, ROLES } from '../../../../domain/account/role'
import { goBack, replaceWith } from '../../../platform/navigate'
import { toast } from '../../../platform/toast'
import { useDepartments } from '../../../platform/use-departments'
import { useSelf } from '../../../platform/use-self'
import { BottomBar } from '../../../ui/bottom-bar'
import { Button } from '../../../ui/button'
import { ErrorState } from '../../../ui/error-state'
import { Fields } from '../../../ui/fields'
import { Notice } from '../../../ui/notice'
import { PageFrame } from '../../../ui/page-frame'
import { Section } from '../../../ui/section'
import { SelectField } from '../../../ui/select-field'
import { Skeleton } from '../../../ui/skeleton'
import { TextField } from '../../../ui/text-field'
import { LIST } from './links'
import { useAccountEdit } from './use-account-edit'
import { LIST_SAFE, ROLE_NOTES, ROLE_OPTIONS } from './wording'
import './admin.scss'

type Edit = ReturnType<typeof useAccountEdit>

const RoleField = ({ edit: { form, put, errorOf, asked } }: { edit: Edit }) => {
  const mine = useSelf().account?.role ?? 'viewer'
  const options = ROLE_OPTIONS.filter(({ value }) => !isAbove(value, mine))
  const isSelf = asked.data?.isSelf ?? false
  return (
    <SelectField
      required
      label='角色'
      value={form.role}
      options={options}
      disabled={isSelf}
      hint={isSelf ? '自己的角色要请别的管理员改。' : ROLE_NOTES[form.role]}
      error={errorOf('role')}
      onChange={(value) => put({ role: ROLES.find((role) => role === value) ?? form.role })}
    />
  )
}

const phoneHint = (edit: Edit): string => {
  const masked = edit.asked.data?.account.phoneMasked ?? ''
  return masked === '' || edit.form.phone !== null ? '短信提醒发到这里' : `现在是 ${masked}，不改就留空`
}

const PhoneField = ({ edit }: { edit: Edit }) => {
  const { form, put, errorOf, asked } = edit
  const has = (asked.data?.account.phoneMasked ?? '') !== ''
  return (
    <>
      <TextField label='手机号' keyboard='number' maxLength={20} value={form.phone ?? ''} hint={phoneHint(edit)} error={errorOf('phone')} onChange={(phone) => put({ phone: phone === '' && has ? null : phone })} />
      {has && form.phone !== '' && <Button kind='text' onClick={() => put({ phone: '' })}>去掉手机号</Button>}
      {has && form.phone === '' && <Notice>保存后不再有手机号，收不到短信。<Button kind='text' onClick={() => put({ phone: null })}>不去掉了</Button></Notice>}
    </>
  )
}

const Body = ({ edit }: { edit: Edit }) => {
  const { form, put, errorOf } = edit
  const departments = useDepartments()
  return (
    <View className='acc-fields'>
      {edit.desk.restored && <View className='pad'><Notice>接着上次没保存的内容。<Button kind='text' onClick={edit.desk.startOver}>不要了，重新填</Button></Notice></View>}
      {edit.overtaken && <View className='pad'><Notice tone='warn' icon='warn'>有人刚改过这个账号。<Button kind='text' onClick={edit.desk.startOver}>看最新内容</Button></Notice></View>}
      <Section title='账号'>
        <Fields>
          <TextField required label='姓名' maxLength={20} value={form.name} error={errorOf('name')} onChange={(name) => put({ name })} />
          <TextField required label='登录名' maxLength={32} value={form.loginName} hint='可用工号；绑定和登录时要输入' error={errorOf('loginName')} onChange={(loginName) => put({ loginName })} />
          <RoleField edit={edit} />
          <SelectField label='科室' value={form.departmentId} options={departments} placeholder='不限科室' hint='看得到这个科室和它下面的科室' error={errorOf('departmentId')} onChange={(departmentId) => put({ departmentId })} />
          <PhoneField edit={edit} />
        </Fields>
      </Section>
      {edit.trouble !== '' && <View className='pad'><Notice tone='warn' icon='warn'>{edit.trouble}</Notice></View>}
    </View>
  )
}

/** 新增账号 or 修改账号. A new one leads to its page, where the code is handed out. */
export const AccountEdit = ({ id, accountId }: { id: string | null; accountId: string }) => {
  const edit = useAccountEdit(id, accountId)
  const title = id === null ? '新增账号' : '修改账号'
  const save = async () => {
    const saved = await edit.save()
    if (saved === null) return
    toast(id === null ? '账号已建好，请发绑定码给本人' : '已保存')
    if (id === null) replaceWith('/pages/work/account/account', { id: saved })
    else goBack(LIST)
  }
  const { failure, reload } = edit.asked
  return (
    <PageFrame title={title} back={() => goBack(LIST)} breadcrumb={['账号管理', title]} footer={edit.desk.draft && <BottomBar note={<View className='cap'>{id === null ? '保存后，把绑定码交给本人' : '改角色和科室立刻生效'}</View>}><Button busy={edit.busy} onClick={() => void save()}>保存</Button></BottomBar>}>
      {edit.desk.draft !== null && <Body edit={edit} />}
      {edit.desk.draft === null && (failure === null ? <Skeleton shape='text' rows={6} /> : <ErrorState failure={failure} safe={LIST_SAFE} onRetry={() => void reload()} />)}
    </PageFrame>
  )
}
