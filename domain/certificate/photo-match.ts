import { foldWidth } from '../kernel/text'
import { CERTIFICATE_LIMITS } from './certificate'

/** By what a photo's file name may mean a row. */
export interface PhotoOwner { number: string; staffNumber: string; holderName: string }
export interface Photo { id: string; name: string }
export interface MatchedPhotos {
  /** Ids of each row's photos, by the row's place, in the order of their names. */
  byRow: ReadonlyMap<number, string[]>
  /** Names that mean no row, or more than one. */
  unmatched: string[]
}

const folded = (text: string): string => foldWidth(text).toLowerCase().trim()
const withoutEnding = (name: string): string => name.replace(/\.[a-z0-9]{1,5}$/i, '')
/** `张伟1`, `张伟(2)` and `张伟_反面` mean 张伟. */
const wordsIn = (stem: string): string[] => stem.split(/[^\p{L}\p{N}]+/u).map((word) => word.replace(/\d+$/, '')).filter((word) => word !== '')

/** Rows by one of their words; a word of several rows means none of them. */
function ownersBy(owners: readonly PhotoOwner[], key: keyof PhotoOwner): Map<string, number | null> {
  const found = new Map<string, number | null>()
  owners.forEach((owner, row) => {
    const word = folded(owner[key])
    if (word !== '') found.set(word, found.has(word) ? null : row)
  })
  return found
}

const isPart = (sign: string | undefined): boolean => sign !== undefined && /[a-z0-9]/.test(sign)

/** A number stands in a name when neither a letter nor a digit touches it. */
function standsIn(stem: string, number: string): boolean {
  const at = stem.indexOf(number)
  return at >= 0 && !isPart(stem[at - 1]) && !isPart(stem[at + number.length])
}

/** A shorter number would be found in any name. */
const SHORTEST_WITHIN = 4
type Owners = Map<string, number | null>
/** The longest number in the name; undefined: none. */
function byNumber(stem: string, numbers: Owners): number | null | undefined {
  const exact = numbers.get(stem)
  if (exact !== undefined) return exact
  const within = [...numbers.keys()].filter((number) => number.length >= SHORTEST_WITHIN && standsIn(stem, number)).sort((a, b) => b.length - a.length)
  return within[0] === undefined ? undefined : numbers.get(within[0])
}

const byName = (stem: string, names: Owners): number | null | undefined =>
  [stem, ...wordsIn(stem)].map((word) => names.get(word)).find((row) => row !== undefined)

/** Which row each photo belongs to: by 证件号 in its name, else by 工号, else by a 姓名 that only one row has (B33). At most nine for one row. */
export function matchPhotos(photos: readonly Photo[], owners: readonly PhotoOwner[]): MatchedPhotos {
  const [numbers, staff, names] = [ownersBy(owners, 'number'), ownersBy(owners, 'staffNumber'), ownersBy(owners, 'holderName')]
  const rowOf = (name: string): number | null => {
    const stem = folded(withoutEnding(name))
    return byNumber(stem, numbers) ?? byNumber(stem, staff) ?? byName(stem, names) ?? null
  }
  const byRow = new Map<number, string[]>()
  const unmatched: string[] = []
  for (const { id, name } of [...photos].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const row = rowOf(name)
    const mine = (row === null ? undefined : byRow.get(row)) ?? []
    if (row === null || mine.length >= CERTIFICATE_LIMITS.attachments) unmatched.push(name)
    else byRow.set(row, [...mine, id])
  }
  return { byRow, unmatched }
}
