import type { getOriginal } from '../../../../contract/original'
import type { OutputOf } from '../../../../contract/operation'

export type Original = OutputOf<typeof getOriginal>
