import { DEPARTMENTS, idOf, type Department, type InstitutionId } from '../hospital-docs'

/** Where the things lie that a call is about, and to whom those belong that are somebody's own. */
export interface At {
  institution: InstitutionId
  department: Department
  /** An account's id. */
  owner: string
  /** The thing of that kind in this department (see ../hospital-docs). */
  id(noun: string): string
  /** In the institution's other department. */
  elsewhere(noun: string): string
  /** The owner's own thing of that kind. */
  own(noun: string): string
}

export const at = ({ institution, department, owner }: Pick<At, 'institution' | 'department' | 'owner'>): At => ({
  institution, department, owner,
  id: (noun) => idOf({ institution, department }, noun),
  elsewhere: (noun) => idOf({ institution, department: DEPARTMENTS.find((each) => each !== department) ?? department }, noun),
  own: (noun) => `${owner}-${noun}`,
})

/** How one operation is asked. Every id field of its input is filled by one of the inputs at least. */
export interface Recipe {
  /** Valid inputs: each is answered with data to whoever may ask it. */
  inputs(place: At): readonly unknown[]
  /** What it is about belongs to one person, `place.owner`. */
  own?: true
  /** Outside the caller's reach it answers as if nothing were there, and does nothing: a list, or what is dropped already. */
  silent?: true
  /** What it is answered with, to whoever may ask it, in place of data. */
  ends?: string
}

export type Recipes = Readonly<Record<string, Recipe>>

export const asked = (inputs: (place: At) => readonly unknown[]): Recipe => ({ inputs })
export const ownAsked = (inputs: (place: At) => readonly unknown[]): Recipe => ({ inputs, own: true })
export const listed = (inputs: (place: At) => readonly unknown[]): Recipe => ({ inputs, silent: true })
/** An operation that is asked nothing. */
export const plain: Recipe = asked(() => [{}])
