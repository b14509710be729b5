import type { CoverRow } from '../../../contract/cover'

export type Holder = CoverRow['holders'][number]

/** Somebody of a department, with or without a certificate. */
export interface Staff { id: string; name: string; title: string }

/** One row of 人员 × 设备 (B4). */
export interface PersonCover {
  /** His record; of a certificate that is tied to none its name, and without a name the certificate. */
  id: string
  personId: string | null
  name: string
  title: string
  /** By device: the certificate of his that lasts longest. */
  holds: Map<string, Holder>
}

/** Whether he is one of several of his name whose certificates are tied to no record: he may be the other. */
export const isApart = ({ id, personId, name, holds }: PersonCover, people: readonly PersonCover[]): boolean =>
  personId === null && holds.size > 0 && people.some((other) => other.id !== id && other.name === name)

const lasts = ({ expiresOn, longTerm }: Holder): string => (longTerm || expiresOn === null ? '9999-12-31' : expiresOn)

const keyOf = ({ personId, name, certificateId }: Holder): string => (personId !== null ? `person:${personId}` : name !== '' ? `name:${name}` : `certificate:${certificateId}`)

/** The devices' holders turned round: each person once, by name, those of `staff` who hold nothing among them. */
export function byPerson(rows: readonly CoverRow[], staff: readonly Staff[]): PersonCover[] {
  const people = new Map<string, PersonCover>(staff.map(({ id, name, title }) => [`person:${id}`, { id: `person:${id}`, personId: id, name, title, holds: new Map() }]))
  const held = rows.flatMap(({ id, holders }) => holders.map((holder) => ({ id, holder })))
  for (const { id, holder } of held) {
    const key = keyOf(holder)
    const person = people.get(key) ?? { id: key, personId: holder.personId, name: holder.name, title: holder.title, holds: new Map<string, Holder>() }
    const known = person.holds.get(id)
    if (known === undefined || lasts(known) < lasts(holder)) person.holds.set(id, holder)
    people.set(key, person)
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
}

/** Those whose name has the words that were typed; everybody when nothing was. */
export const named = (people: readonly PersonCover[], typed: string): PersonCover[] => people.filter(({ name }) => name.includes(typed.trim()))
