import type { RecordKind } from '../../../domain/device/record'

interface Words { title: string; on: string; person: string; empty: string; add: string }

/** What a record's parts are called, by its kind (S48). */
export const RECORD_WORDS: Readonly<Record<RecordKind, Words>> = {
  maintainer: { title: '维保服务商', on: '合同开始日', person: '联系人', empty: '还没有录入维保商。', add: '新增维保商' },
  service: { title: '工单类别', on: '日期', person: '经办人', empty: '还没有历史工单。', add: '新增工单' },
  transfer: { title: '转入科室', on: '转科日期', person: '转出科室', empty: '这台设备还没有转过科。', add: '' },
}

/** What a service is chosen from. */
export const SERVICE_KINDS = ['维修', '保养', '计量', '巡检', '验收', '其他'].map((value) => ({ value, label: value }))
