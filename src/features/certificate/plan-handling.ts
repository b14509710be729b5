import type { HandlingOption } from './handling-options'

/** 保养计划 and 计量计划 are handled as certificates are; what is called 换证 there is 登记本次完成 here (S48). */
export const isPlan = ({ cycleMonths }: { cycleMonths?: number | undefined }): boolean => cycleMonths !== undefined

const DONE: Pick<HandlingOption, 'text' | 'note'> = { text: '登记本次完成', note: '填完成日期和下次到期，拍报告' }
const DROPPED: Pick<HandlingOption, 'note'> = { note: '不再按这项计划进行，停止提醒' }

const planOption = (option: HandlingOption): HandlingOption => {
  if (option.kind === 'renewed') return { ...option, text: DONE.text, note: option.allowed ? DONE.note : option.note }
  return option.kind === 'revoked' ? { ...option, text: '停用这项计划', note: option.allowed ? DROPPED.note : option.note } : option
}

/** The ways of a plan: a review is a certificate's only. */
export const planOptions = (options: readonly HandlingOption[]): HandlingOption[] => options.filter(({ kind }) => kind !== 'review').map(planOption)

/** What the button of a certificate says, said of a plan. */
export const planConsequence = (words: string): string => words.replace('换证', '登记完成').replace('有效期至', '下次到期')
