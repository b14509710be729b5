import type { getPerson } from '../../../contract/person'
import type { OutputOf } from '../../../contract/operation'

export type Known = OutputOf<typeof getPerson>
