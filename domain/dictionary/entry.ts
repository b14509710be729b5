import { foldForSearch } from '../device/search-words'
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

/** Written otherwise, meant the same: width, case and blanks apart (S17). */
export const looksLike = (one: string, other: string): boolean => foldForSearch(one).replaceAll(' ', '') === foldForSearch(other).replaceAll(' ', '')

/** Kinds that a hospital sorts its devices by, to begin with (requirements, 4.4). */
export const DEVICE_TYPES: readonly string[] = [
  '放射影像', '超声', '核医学', '放射治疗', '手术急救', '生命支持', '监护', '内镜', '检验', '口腔', '眼科', '消毒灭菌', '理疗康复', '计量器具', '其他',
]
/** 医疗器械分类目录 (2017): its 22 子目录, the other way to sort them. */
export const NMPA_TYPES: readonly string[] = [
  '01 有源手术器械', '02 无源手术器械', '03 神经和心血管手术器械', '04 骨科手术器械', '05 放射治疗器械', '06 医用成像器械', '07 医用诊察和监护器械', '08 呼吸、麻醉和急救器械',
  '09 物理治疗器械', '10 输血、透析和体外循环器械', '11 医疗器械消毒灭菌器械', '12 有源植入器械', '13 无源植入器械', '14 注输、护理和防护器械', '15 患者承载器械', '16 眼科器械',
  '17 口腔科器械', '18 妇产科、辅助生殖和避孕器械', '19 医用康复器械', '20 中医器械', '21 医用软件', '22 临床检验器械',
]
