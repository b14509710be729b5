import type { LabelSize } from '../../../domain/label/size'

export const SIZE_WORDS: Readonly<Record<LabelSize, string>> = { '40x30': '40 × 30 mm', '50x30': '50 × 30 mm', '70x50': '70 × 50 mm' }
export const PAPER_WORDS = { a4: 'A4 纸', roll: '标签卷纸' } as const
export type Paper = keyof typeof PAPER_WORDS

export const LABELS_SAFE = '设备档案保存在服务器上，不受影响。'
export const LABEL_FAILURES = { 'not-found': '所选设备里有已经不在的，请刷新后重选。' } as const
/** Why nothing is printed on a phone. */
export const PRINT_ON_WEB = '打印请在电脑网页版打开“二维码打印订单”。'
