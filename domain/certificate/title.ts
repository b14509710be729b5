/** 职称 levels: rules of the field speak of 「中级以上」, so the level is data of its own. 「none」: a post, not a level. */
export type TitleLevel = 'senior' | 'associate-senior' | 'intermediate' | 'junior' | 'none'

export interface Title {
  name: string
  level: TitleLevel
}

const ladder = (junior: string[], intermediate: string, seniors: [associate: string, senior: string]): Title[] => [
  ...junior.map((name): Title => ({ name, level: 'junior' })),
  { name: intermediate, level: 'intermediate' },
  { name: seniors[0], level: 'associate-senior' },
  { name: seniors[1], level: 'senior' },
]

/** Proposals for 职称 (S23); another text may be typed, its level is then unknown. */
export const TITLES: readonly Title[] = [
  ...ladder(['医士', '住院医师'], '主治医师', ['副主任医师', '主任医师']),
  ...ladder(['技士', '技师'], '主管技师', ['副主任技师', '主任技师']),
  ...ladder(['护士', '护师'], '主管护师', ['副主任护师', '主任护师']),
  ...ladder(['药士', '药师'], '主管药师', ['副主任药师', '主任药师']),
  ...ladder(['检验士', '检验师'], '主管检验师', ['副主任检验师', '主任检验师']),
  ...ladder(['技术员', '助理工程师'], '工程师', ['高级工程师', '正高级工程师']),
  { name: '物理师', level: 'none' },
  { name: '其他', level: 'none' },
]

const LADDER: readonly TitleLevel[] = ['junior', 'intermediate', 'associate-senior', 'senior']

/** A 职称 among the proposals that is lower than what a type asks for; one of unknown level is never called too low. */
export function isTitleBelow(name: string, wanted: TitleLevel | null): boolean {
  const [has, needs] = [LADDER.indexOf(titleLevel(name) ?? 'none'), LADDER.indexOf(wanted ?? 'none')]
  return has >= 0 && has < needs
}

/** `null` for a text that is not among the proposals. */
export const titleLevel = (name: string): TitleLevel | null => TITLES.find((title) => title.name === name)?.level ?? null
