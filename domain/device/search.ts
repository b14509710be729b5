import { clip } from '../kernel/text'
import { wordsOf, type Words } from './search-words'

export { foldForSearch } from './search-words'

/** At most this many tokens per document, in order of the parts: the index stays bounded however long a text is. */
export const MAX_TOKENS = 200

/** Longest prefix that is a token: numbers need it long, words are told apart early. */
const NUMBER_LENGTH = 20
/** Lengths of word prefixes that are tokens. A typed word is cut down to the nearest one below. */
const WORD_LENGTHS: readonly number[] = [6, 4, 3, 2, 1]
/** What people remember of a long number: its end. */
const TAILS: readonly number[] = [4, 6]

/** The reading of a run of Han characters: one syllable, one initial per character. */
export type Pinyin = (text: string) => { full: string[]; initials: string }

const hasDigit = (word: string): boolean => /\d/.test(word)

/** The one token under which a typed word is looked up. */
function lookUp(word: string): string {
  if (hasDigit(word)) return clip(word, NUMBER_LENGTH)
  const length = [...word].length
  return clip(word, WORD_LENGTHS.find((wanted) => wanted <= length) ?? 1)
}

/** Every token under which a prefix of this word, or a part of it that people know it by, is found. */
function wordTokens(word: string): string[] {
  if (!hasDigit(word)) return WORD_LENGTHS.map((length) => clip(word, length))
  const points = [...word]
  const prefixes = points.slice(0, NUMBER_LENGTH).map((_, i) => points.slice(0, i + 1).join(''))
  const tails = TAILS.filter((tail) => tail < points.length).map((tail) => points.slice(-tail).join(''))
  const bare = /^0+\d+$/.test(word) ? wordTokens(word.replace(/^0+(?=\d)/, '')) : []
  return [...prefixes, ...tails, ...bare]
}

const pairs = (run: string): string[] => {
  const points = [...run]
  return points.slice(1).map((second, i) => `${points[i] ?? ''}${second}`)
}

const written = ({ han, latin, joined }: Words): string[] => [
  ...han.flatMap((run) => [...run, ...pairs(run)]),
  ...[...latin, ...joined].flatMap(wordTokens),
]

const initialsFrom = (initials: string): string[] =>
  [...initials].flatMap((_, start) => wordTokens(initials.slice(start, start + 6)))

const syllablesFrom = (full: readonly string[]): string[] =>
  full.flatMap((_, start) => wordTokens(full.slice(start, start + 6).join('')))

/**
 * What a document is found by (S6, S17, B19): every Han character and pair, prefixes of words and numbers, the ends of long numbers,
 * and the pinyin and initials from every character on. `parts` in order of weight; when there is too much, the readings of the
 * last parts are left out first. Pinyin is handed in because its dictionary is too heavy for the app.
 */
export function searchTokens(parts: readonly string[], pinyin: Pinyin): string[] {
  const words = parts.map(wordsOf)
  const readings = words.flatMap(({ han }) => han).map(pinyin)
  const all = new Set([
    ...words.flatMap(written),
    ...readings.flatMap(({ initials }) => initialsFrom(initials)),
    ...readings.flatMap(({ full }) => syllablesFrom(full)),
  ])
  return [...all].filter((token) => token !== '').slice(0, MAX_TOKENS)
}

/**
 * A document matches when it has every one of these; empty for a keyword that holds nothing to search by. The most telling token comes
 * first: a store narrows by it.
 */
export function queryTokens(keyword: string): string[] {
  const { han, latin } = wordsOf(keyword)
  const tokens = [...han.flatMap((run) => ([...run].length === 1 ? [run] : pairs(run))), ...latin.map(lookUp)]
  return [...new Set(tokens)].sort((a, b) => b.length - a.length)
}
