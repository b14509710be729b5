import type { Step } from './difference'
import type { Environment } from './resources'

/** The management end of a CloudBase environment. Both throw when the cloud refuses; a step may be repeated. */
export interface Management {
  read(): Promise<Environment>
  apply(step: Step): Promise<void>
}
