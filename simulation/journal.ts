import { localDay, localTime } from './calendar'

/** What was done, so that a broken promise can be understood and repeated. */
export interface Journal { step: number; note(now: Date, text: string): void; about(words: readonly string[]): string[] }

/** Lines kept: the last week or so. */
const KEPT = 4_000
const SHOWN = 40

export function openJournal(): Journal {
  let lines: Array<{ now: Date; step: number; text: string }> = []
  const written = ({ now, step, text }: (typeof lines)[number]): string => `${localDay(now)} ${localTime(now)} #${step} ${text}`
  const journal: Journal = {
    step: 0,
    note(now, text) {
      journal.step += 1
      lines.push({ now, step: journal.step, text })
      if (lines.length > KEPT * 2) lines = lines.slice(-KEPT)
    },
    about: (words) => lines.filter(({ text }) => words.some((word) => text.includes(word))).slice(-SHOWN).map(written),
  }
  return journal
}

/** A promise that does not hold. `words` find the lines of the journal that tell how it came. */
export class BrokenPromise extends Error {
  readonly words: readonly string[]

  constructor(message: string, words: readonly string[]) {
    super(message)
    this.name = 'BrokenPromise'
    this.words = words
  }
}
