import { foldWidth } from '../kernel/text'

const HAN = /^\p{Script=Han}$/u
const LATIN = /^[\p{L}\p{N}]$/u

/** One way of writing for what people type in many: width, case, compatibility forms and runs of blanks folded (S17, B19). */
export const foldForSearch = (text: string): string => foldWidth(text.normalize('NFKC')).toLowerCase().replace(/\s+/g, ' ').trim()

export interface Words {
  /** Runs of Han characters. */
  han: string[]
  /** Runs of other letters and digits. */
  latin: string[]
  /** Latin words written with a dash, dot or slash between them, as one: `sl-2g` → `sl2g`. */
  joined: string[]
}

type Kind = 'han' | 'latin' | 'joint' | 'gap'

const kindOf = (sign: string): Kind => {
  if (HAN.test(sign)) return 'han'
  if (LATIN.test(sign)) return 'latin'
  return '-./_'.includes(sign) ? 'joint' : 'gap'
}

interface Run {
  kind: Kind
  text: string
}

function runsOf(text: string): Run[] {
  const runs: Run[] = []
  for (const sign of foldForSearch(text)) {
    const kind = kindOf(sign)
    const last = runs[runs.length - 1]
    if (last?.kind === kind) last.text += sign
    else runs.push({ kind, text: sign })
  }
  return runs
}

/** Splits a text into what can be searched; signs and brackets separate. */
export function wordsOf(text: string): Words {
  const runs = runsOf(text)
  const texts = (kind: Kind): string[] => runs.filter((run) => run.kind === kind).map((run) => run.text)
  return { han: texts('han'), latin: texts('latin'), joined: joinedIn(runs) }
}

function joinedIn(runs: readonly Run[]): string[] {
  const pieces = runs.map((run) => (run.kind === 'latin' ? run.text : run.kind === 'joint' ? '-' : ' ')).join('')
  return pieces.split(' ').filter((piece) => /[^-]-[^-]/.test(piece)).map((piece) => piece.replace(/-/g, ''))
}
