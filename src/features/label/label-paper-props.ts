import type { DeviceLabel } from '../../../contract/label'
import type { LabelSize } from '../../../domain/label/size'
import type { Paper } from './wording'

export interface LabelPaperProps { labels: readonly DeviceLabel[]; size: LabelSize; copies: number; paper: Paper }
