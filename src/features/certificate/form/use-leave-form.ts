import { confirm } from '../../../platform/confirm'
import { goBack, replaceWith } from '../../../platform/navigate'
import { toast } from '../../../platform/toast'
import { isDirty } from '../draft'
import { leaveShared } from '../leave-shared'
import type { CertificateFormPage } from './use-certificate-form'

const LIST = '/pages/certificate/list'
const DETAIL = '/pages/certificate/record/detail'

/** The three ways out of the form: back keeps the draft, 取消 drops it after a question, 保存 saves it and shows what became of it. */
export function useLeaveForm({ draft, drop, save }: Pick<CertificateFormPage, 'draft' | 'drop' | 'save'>) {
  const dirty = draft !== null && isDirty(draft)
  return {
    back: () => {
      if (dirty) toast('没保存的内容已留着，下次接着填')
      goBack(LIST)
    },
    cancel: async () => {
      if (dirty && !(await confirm({ title: '放弃修改？', text: '没保存的内容会丢掉。', yes: '放弃', no: '继续填' }))) return
      drop()
      goBack(LIST)
    },
    save: async () => {
      const isNew = draft?.id === null
      const id = await save()
      if (id === null) return
      const left = await leaveShared(draft)
      toast(left ? '已保存，到时自动提醒' : '已另存；原来那张证里请移除本设备')
      if (isNew) replaceWith(DETAIL, { id })
      else goBack(LIST)
    },
  }
}
