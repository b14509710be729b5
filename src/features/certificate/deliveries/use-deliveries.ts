import { getCertificate, listDeliveries } from '../../../../contract/certificate'
import { useOperation } from '../../../platform/use-operation'
import { useRows } from '../../../platform/use-rows'
import { useMay } from '../../../platform/use-self'
import { deliveryDays, toldToday, type Delivery } from '../delivery-days'
import type { LoadedCertificate } from '../draft'
import { ROLE_WORDS } from '../wording'
import { resendable } from './resendable'
import { useResend } from './use-resend'

/** The largest page: more than anybody's messages of one day. */
const TODAY = { page: 1, pageSize: 100 }

const NOTHING: { certificate: LoadedCertificate | undefined; today: string } = { certificate: undefined, today: '' }
const NONE: ReadonlySet<string> = new Set()
const NOBODY: readonly Delivery[] = []

const because = (certificate: LoadedCertificate | undefined, accountId: string): string =>
  (certificate?.recipients.find(({ id }) => id === accountId)?.because ?? []).map((each) => ROLE_WORDS[each]).join('、')

interface Shown { id: string; rows: readonly Delivery[]; today: string; reload: () => void }

/** 再发一次 for those messages that may go out once more (B7). */
function useAgain(certificate: LoadedCertificate | undefined, { id, rows, today, reload }: Shown) {
  const mayResend = useMay('delivery.resend')
  const { busy, trouble, resend } = useResend(id, reload)
  const ids = certificate && mayResend ? resendable(rows, certificate.recipients, today) : NONE
  return { trouble, again: { ids, busy, resend: (deliveryId: string) => void resend(deliveryId) } }
}

/** 送达记录 of one certificate: the record, and how many of those who should know do know today (B7). */
export function useDeliveries(id: string) {
  const asked = useOperation(getCertificate, { id })
  const newest = useOperation(listDeliveries, { id, ...TODAY })
  const list = useRows(listDeliveries, { id })
  const { certificate, today } = asked.data ?? NOTHING
  return {
    ...useAgain(certificate, { id, rows: list.rows, today, reload: list.reload }),
    certificate, today, list,
    failure: asked.failure ?? list.failure,
    reload: () => {
      void asked.reload()
      list.reload()
    },
    days: certificate === undefined ? [] : deliveryDays(list.rows, certificate.form, today),
    becauseOf: (accountId: string) => because(certificate, accountId),
    due: (certificate?.recipients ?? []).length,
    told: toldToday(newest.data?.rows ?? NOBODY, today),
  }
}
