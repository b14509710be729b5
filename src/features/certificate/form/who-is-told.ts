import type { AccountSelf } from '../../../../contract/account'
import type { Because } from '../../../../domain/reminder/recipients'
import { chosenPeople, type Draft, type LoadedCertificate } from '../draft'
import type { Told } from '../reach-words'

interface Facts {
  draft: Draft
  /** Who fills in the form: 录入人 of a new certificate, 修改人 of any after saving (S39). */
  self: Pick<AccountSelf, 'id' | 'name' | 'reach'>
  certificate: LoadedCertificate | null
}

type Person = Omit<Told, 'because'>

/** 录入人 of an existing certificate: known with his ways only when he was told before. */
function creatorOf({ self, certificate }: Facts): Person {
  if (certificate === null) return self
  const known = certificate.recipients.find(({ because }) => because.includes('creator'))
  return known ?? { id: 'creator', name: certificate.createdBy, reach: null }
}

/** Who will be told once this is saved, each person once with every reason (S39, S40). */
export function whoIsTold(facts: Facts): Told[] {
  const { draft, self } = facts
  const people = new Map<string, Told>()
  const add = (person: Person, because: Because) => {
    const before = people.get(person.id)
    people.set(person.id, { id: person.id, name: person.name, reach: person.reach, because: [...(before?.because ?? []), because] })
  }
  if (draft.form.relatedRoles.includes('creator')) add(creatorOf(facts), 'creator')
  if (draft.form.relatedRoles.includes('editor')) add(self, 'editor')
  for (const person of chosenPeople(draft)) add(person, 'named')
  return [...people.values()]
}
