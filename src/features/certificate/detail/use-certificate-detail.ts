import { useState } from 'react'
import { getCertificate, reopenCertificate } from '../../../../contract/certificate'
import { listTypes } from '../../../../contract/type'
import { DEVICE_OPERATOR, type CertificateType } from '../../../../domain/certificate/type'
import type { AccountSelf } from '../../../../contract/account'
import type { CallFailure } from '../../../platform/call-failure'
import { confirm } from '../../../platform/confirm'
import { toast } from '../../../platform/toast'
import { useCommand, useOperation } from '../../../platform/use-operation'
import { useSelf } from '../../../platform/use-self'
import type { LoadedCertificate } from '../draft'
import { changedWords } from '../wording'

export interface CertificateView {
  certificate: LoadedCertificate
  /** 设备操作证 until the types are there, and for one whose type is gone. */
  type: CertificateType
  account: AccountSelf
  today: string
  /** Takes a handling back (恢复提醒). */
  reopen: () => Promise<void>
  reopening: boolean
  /** Why it was not taken back; '' when nothing failed. */
  trouble: string
}

export interface CertificateDetailPage {
  /** `null` while it is on its way or cannot be had. */
  view: CertificateView | null
  failure: CallFailure | null
  reload: () => Promise<void>
  handling: boolean
  openHandling: () => void
  closeHandling: () => void
}

const troubleOf = (failure: CallFailure | null): string => {
  if (failure === null) return ''
  return failure.code === 'certificate.changed-meanwhile' ? changedWords(String(failure.detail.by), String(failure.detail.at)) : failure.message
}

const typeOf = (types: readonly CertificateType[], { form }: LoadedCertificate): CertificateType => types.find(({ id }) => id === form.typeId) ?? DEVICE_OPERATOR

/** One certificate; `handle` opens 「这张证怎么办?」 at once, for who comes from a message. */
export function useCertificateDetail(id: string, handle: boolean): CertificateDetailPage {
  const { data, failure, reload } = useOperation(getCertificate, { id })
  const listed = useOperation(listTypes, {})
  const { account } = useSelf()
  const [handling, setHandling] = useState(handle)
  const { run, busy, failure: refused } = useCommand(reopenCertificate)
  const reopen = async () => {
    if (data === undefined || !(await confirm({ title: '恢复提醒？', text: '从下一个提醒日起照常提醒通知人员。', yes: '恢复提醒' }))) return
    const reopened = await run({ id, version: data.certificate.version })
    if (reopened === null) await reload()
    else toast('已恢复提醒')
  }
  const view = data === undefined || account === null ? null
    : { certificate: data.certificate, type: typeOf(listed.data?.types ?? [], data.certificate), account, today: data.today, reopen, reopening: busy, trouble: troubleOf(refused) }
  return { view, failure: view === null ? failure : null, reload, handling, openHandling: () => setHandling(true), closeHandling: () => setHandling(false) }
}
