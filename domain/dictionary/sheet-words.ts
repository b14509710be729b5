import { WORD_LIMIT } from './entry'
import { problemWordsOf, type ProblemWords } from '../sheet/row-problem'
import { DICTIONARY_COLUMNS } from './sheet-columns'

/** What is wrong with a row, and what to do: the screen and the file of the rows at fault say the same. */
const WORDS: ProblemWords = {
  'dictionary.name-too-long': `太长了，最多 ${WORD_LIMIT} 个字`,
  'import.child-missing': (said) => `只写了上级「${said}」，没有写科室`,
  'import.parent-unknown': (said) => `没有叫「${said}」的科室；上级要先有，或写在前面的行里`,
  'import.department-several': (said) => `叫「${said}」的科室不止一个，请改用不重名的`,
  'import.word-there': '这一行的内容字典里都有了，不用再导入',
  'import.row-says-nothing': '这一行没有可以导入的内容，请看列有没有对上',
}

/** One problem of one row: the column, what is wrong, what to do. */
export const dictionaryProblemWords = problemWordsOf(WORDS, DICTIONARY_COLUMNS)
