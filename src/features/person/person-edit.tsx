import { View } from '@tarojs/components'
import { goBack, replaceWith } from '../../platform/navigate'
import { toast } from '../../platform/toast'
import { useDepartments } from '../../platform/use-departments'
import { BottomBar } from '../../ui/bottom-bar'
import { Button } from '../../ui/button'
import { ErrorState } from '../../ui/error-state'
import { Fields } from '../../ui/fields'
import { Notice } from '../../ui/notice'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { SelectField } from '../../ui/select-field'
import { Skeleton } from '../../ui/skeleton'
import { TextField } from '../../ui/text-field'
import { employmentOf } from './filters'
import { LIST } from './links'
import { usePersonEdit } from './use-person-edit'
import { EMPLOYMENT_OPTIONS, LIST_SAFE } from './wording'
import './person.scss'

type Edit = ReturnType<typeof usePersonEdit>

const Body = ({ edit: { form, put, errorOf, desk, trouble }, known }: { edit: Edit; known: boolean }) => {
  const departments = useDepartments()
  return (
    <View className='ppage'>
      {desk.restored && <View className='pad'><Notice>接着上次没保存的内容。<Button kind='text' onClick={desk.startOver}>不要了，重新填</Button></Notice></View>}
      {desk.overtakenBy !== null && <View className='pad'><Notice tone='warn' icon='warn'>有人刚改过这份档案。<Button kind='text' onClick={desk.startOver}>看最新内容</Button></Notice></View>}
      <Section title='档案'>
        <Fields>
          <TextField required label='姓名' maxLength={20} value={form.name} error={errorOf('name')} onChange={(name) => put({ name })} />
          <TextField required label='工号' maxLength={20} value={form.staffNumber} hint='院内不重复；重名的人靠它分清' error={errorOf('staffNumber')} onChange={(staffNumber) => put({ staffNumber })} />
          <SelectField required label='科室' value={form.departmentId === '' ? null : form.departmentId} options={departments} disabled={known} hint={known ? '换科室请在他的页面上办转科' : undefined} error={errorOf('departmentId')} onChange={(departmentId) => put({ departmentId: departmentId ?? '' })} />
          <TextField label='职称' maxLength={40} value={form.title} error={errorOf('title')} onChange={(title) => put({ title })} />
          <SelectField label='人员类别' value={form.employment} options={EMPLOYMENT_OPTIONS} onChange={(value) => put({ employment: employmentOf(value ?? '') || form.employment })} />
        </Fields>
      </Section>
      {trouble !== '' && <View className='pad'><Notice tone='warn' icon='warn'>{trouble}</Notice></View>}
    </View>
  )
}

/** 新增人员 or 修改人员 (B27). */
export const PersonEdit = ({ id, accountId }: { id: string | null; accountId: string }) => {
  const edit = usePersonEdit(id, accountId)
  const title = id === null ? '新增人员' : '修改人员'
  const save = async () => {
    const saved = await edit.save()
    if (saved === null) return
    toast('已保存')
    if (id === null) replaceWith('/pages/work/person/detail', { id: saved })
    else goBack(LIST)
  }
  const { failure, reload } = edit.asked
  return (
    <PageFrame title={title} back={() => goBack(LIST)} breadcrumb={['人员档案', title]} footer={edit.desk.draft && <BottomBar note={<View className='cap'>重名的人靠工号分清</View>}><Button busy={edit.busy} onClick={() => void save()}>保存</Button></BottomBar>}>
      {edit.desk.draft !== null && <Body edit={edit} known={id !== null} />}
      {edit.desk.draft === null && (failure === null ? <Skeleton shape='text' rows={6} /> : <ErrorState failure={failure} safe={LIST_SAFE} onRetry={() => void reload()} />)}
    </PageFrame>
  )
}
