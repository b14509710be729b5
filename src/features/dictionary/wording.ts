import type { DictionaryRow } from '../../../contract/dictionary-list'
import type { OutputOf } from '../../../contract/operation'
import type { usesOfEntry } from '../../../contract/dictionary-list'
import { KIND_WORDS, type DictionaryKind } from '../../../domain/dictionary/entry'
import type { CallFailure } from '../../platform/call-failure'
import { failureWords, type WordBook } from '../../platform/failure-words'

export const SAFE = '字典内容都在，提醒由服务器发送，不受影响。'

/** What each dictionary is for. */
export const KIND_NOTES: Readonly<Record<DictionaryKind, string>> = {
  department: '科室和院区。上级能看到下级的设备、人员和证件。改名、合并会带着设备、人员、账号和证件一起改。',
  'device-name': '录入设备时会提示已有的名称，也可以当场写新的；新写的会自动收进来。',
  'device-type': '列表按它筛选，持证要求也可以按它设定。',
  maintainer: '在设备的「维保商」里写过的公司会自动收进来。',
  unit: '设备的计量单位，如 台、台(套)。',
}

const FAILURES: WordBook = {
  'dictionary.name-missing': '请填写名称。',
  'dictionary.name-too-long': '名称太长，请精简到 100 个字以内。',
  'dictionary.name-taken': '已有这个名称（也可能已停用）。要合成一个，请用“合并到…”。',
  'dictionary.changed-meanwhile': '有人刚改过，请关闭后看最新内容再改。',
  'dictionary.merged': '它已经并入别的名称，不能再改。',
  'dictionary.merge-self': '不能合并到自己。',
  'department.under-itself': '不能放到自己或自己的下级里面。',
  'department.in-use': '这个科室还有设备、人员、账号或下级，不能停用。请用“合并到…”并入别的科室。',
  'job.too-many-rows': '关联的内容太多，一次改不完，请联系系统管理员。',
}

export function dictionaryFailure(failure: Pick<CallFailure, 'code' | 'detail'> | null): string {
  if (failure === null) return ''
  const name = failure.code === 'invalid-input' ? failure.detail.fields as Record<string, string> | undefined : undefined
  return failureWords(name?.name ?? failure.code, failure.detail, FAILURES)
}

/** 「18 台设备、5 人、3 个账号」; what is not there is not told. */
export function usesWords({ devices, people, accounts, papers, children }: OutputOf<typeof usesOfEntry>): string {
  const parts = [[devices, '台设备'], [people, '人'], [accounts, '个账号'], [papers, '条证件和记录'], [children, '个下级科室']] as const
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return said.length === 0 ? '没有内容用到它' : said.join('、')
}

/** What a row says beside its name. */
export function factsOf(kind: DictionaryKind, { path, heads, retired, mergedInto }: DictionaryRow): string[] {
  if (retired) return [mergedInto === '' ? '已停用' : `已并入${mergedInto}`]
  if (kind !== 'department') return []
  return [path.length === 0 ? '' : path.join(' › '), heads.length === 0 ? '没有科室负责人账号' : `负责人 ${heads.join('、')}`].filter((fact) => fact !== '')
}

export const addTitle = (kind: DictionaryKind): string => `新增${KIND_WORDS[kind]}`
