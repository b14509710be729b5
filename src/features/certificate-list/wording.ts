import type * as v from 'valibot'
import type { certificateBucket } from '../../../contract/certificate'

export type ListBucket = v.InferOutput<typeof certificateBucket>

/** The strip's buckets in the order of urgency (B26); 今天到期 lies in 30天内, as it is still valid. */
export const BUCKET_WORDS: ReadonlyArray<readonly [bucket: ListBucket, words: string]> = [
  ['expired', '已过期'],
  ['within-30', '30天内'],
  ['within-90', '31–90天'],
  ['within-180', '91–180天'],
  ['ok', '正常'],
  ['long-term', '长期有效'],
]

export const ORDER_WORDS = { '': '按有效期，先到先列', far: '按有效期，后到先列' } as const

export const CERTIFICATE_SEARCH = '设备、证件号、持证人'
/** What a failed list must not make anybody fear. */
export const REMINDERS_SAFE = '提醒由服务器发送，不受影响。'
