import { WORD_LIMIT } from './entry'
import { DICTIONARY_COLUMNS } from './sheet-columns'
import type { DictionaryRowProblem } from './sheet-row'

type Words = string | ((said: string) => string)

/** What is wrong with a row, and what to do: the screen and the file of the rows at fault say the same. */
const WORDS: Readonly<Record<string, Words>> = {
  'dictionary.name-too-long': `太长了，最多 ${WORD_LIMIT} 个字`,
  'import.child-missing': (said) => `只写了上级「${said}」，没有写科室`,
  'import.parent-unknown': (said) => `没有叫「${said}」的科室；上级要先有，或写在前面的行里`,
  'import.department-several': (said) => `叫「${said}」的科室不止一个，请改用不重名的`,
  'import.word-there': '这一行的内容字典里都有了，不用再导入',
  'import.row-says-nothing': '这一行没有可以导入的内容，请看列有没有对上',
}

const HEADERS = new Map<string, string>(DICTIONARY_COLUMNS.map(({ key, header }) => [key, header]))

/** One problem of one row: the column, what is wrong, what to do. */
export function dictionaryProblemWords({ field, code, detail }: DictionaryRowProblem): string {
  const words = WORDS[code] ?? '这一项填得不对，请检查'
  const said = typeof words === 'string' ? words : words(detail)
  const header = HEADERS.get(field)
  return header === undefined ? said : `${header}：${said}`
}
