import { View } from '@tarojs/components'
import { copy } from '../../../platform/copy'
import { mayPrint, printPage } from '../../../platform/print-page'
import { toast } from '../../../platform/toast'
import { useIsWide } from '../../../platform/width'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { Notice } from '../../../ui/notice'
import { TextField } from '../../../ui/text-field'
import { Slip } from '../bind-code'
import type { InstitutionFormDesk, MadeInstitution } from './use-institution-form'

const Form = ({ desk: { field, trouble } }: { desk: InstitutionFormDesk }) => (
  <View>
    <TextField required label='机构全称' maxLength={80} hint='员工登录和绑定时照着输入' {...field('name')} />
    <TextField required label='管理员姓名' maxLength={20} hint='第一位院级管理员，由他再建别的账号' {...field('adminName')} />
    <TextField required label='登录名' maxLength={32} {...field('loginName')} />
    <TextField last label='手机号' keyboard='number' maxLength={20} hint='不填则收不到短信' {...field('phone')} />
    {trouble !== '' && <Notice tone='warn' icon='warn'>{trouble}</Notice>}
  </View>
)

const Made = ({ made }: { made: MadeInstitution }) => (
  <View>
    <View>{made.name}已开通。把下面的码当面交给院级管理员，这里不能再看第二次。</View>
    <Slip issued={made} name={`${made.name}的院级管理员`} />
  </View>
)

const Given = ({ made, onClose }: { made: MadeInstitution; onClose: () => void }) => {
  const wide = useIsWide()
  const take = async () => toast((await copy(made.code)) ? '已复制' : '没有复制成功，请手工抄下')
  return <><Button kind='line' onClick={onClose}>完成</Button>{mayPrint && wide && <Button kind='line' onClick={printPage}>打印</Button>}<Button icon='doc' onClick={() => void take()}>复制绑定码</Button></>
}

/** 开通机构 (B25): the hospital and who will run it there; then his code, once. */
export const FoundDialog = ({ desk, onClose }: { desk: InstitutionFormDesk; onClose: () => void }) => {
  const { made, busy, save } = desk
  const foot = made === null
    ? <><Button kind='line' onClick={onClose}>取消</Button><Button busy={busy} onClick={() => void save()}>开通</Button></>
    : <Given made={made} onClose={onClose} />
  return <Dialog open title='开通机构' onClose={onClose} footer={foot}>{made === null ? <Form desk={desk} /> : <Made made={made} />}</Dialog>
}
