import { resendDelivery } from '../../../../contract/plan'
import { failureWords } from '../../../platform/failure-words'
import { toast } from '../../../platform/toast'
import { useCommand } from '../../../platform/use-operation'

const WORDS = {
  'delivery.not-today': '这条是以前的，今天的提醒另有一条。',
  'delivery.not-failed': '这条已经发出或正在发送，不再重发。',
  'delivery.told-otherwise': '今天已经用别的一条通知到他，不再重发。',
  busy: '提醒服务正在发送，请稍后再点一次。',
}

/** 再发一次 for one message; `done` runs after it is queued. The sentence of a failure stands where it was pressed. */
export function useResend(certificateId: string, done: () => void) {
  const { run, busy, failure } = useCommand(resendDelivery)
  return {
    busy,
    trouble: failure === null ? '' : failureWords(failure.code, failure.detail, WORDS),
    resend: async (deliveryId: string) => {
      if ((await run({ id: certificateId, deliveryId })) === null) return
      toast('已排队，一分钟内再发一次')
      done()
    },
  }
}
