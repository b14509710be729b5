import { lengthOf, tidy } from '../kernel/text'

/** Words that the archive is written in, kept by the hospital: 设备名称, 设备类型, 维保商, 计量单位. */
export const WORD_KINDS = ['device-name', 'device-type', 'maintainer', 'unit'] as const
export type WordKind = (typeof WORD_KINDS)[number]

/** Every 字典: the words, and 科室 with its tree (S52). */
export const DICTIONARY_KINDS = ['department', ...WORD_KINDS] as const
export type DictionaryKind = (typeof DICTIONARY_KINDS)[number]

export const KIND_WORDS: Readonly<Record<DictionaryKind, string>> = { department: '科室', 'device-name': '设备名称', 'device-type': '设备类型', maintainer: '维保商', unit: '计量单位' }

/** Characters, by code point: as long as the field of the archive that it stands in. */
export const WORD_LIMIT = 100
/** Words that are added in one call. */
export const MOST_WORDS = 40

/** Why a name cannot be kept; null: it can. */
export function checkWord(name: string): 'dictionary.name-missing' | 'dictionary.name-too-long' | null {
  if (tidy(name) === '') return 'dictionary.name-missing'
  return lengthOf(tidy(name)) > WORD_LIMIT ? 'dictionary.name-too-long' : null
}
