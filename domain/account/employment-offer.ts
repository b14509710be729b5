import type { Employment, Presence } from '../person/person'

/** 厂家 and 进修 work here, yet for somebody else: they are in no 用工关系 with the hospital. */
const OUTSIDERS: readonly Employment[] = ['visiting', 'vendor']

/** Whether the hospital's own records say that he is its staff: his account is tied to a person who has not left. */
export const isStaff = (person: { employment: Employment; presence: Presence } | null): boolean =>
  person !== null && person.presence !== 'left' && !OUTSIDERS.includes(person.employment)

export const EMPLOYMENT_OFFERS = ['off', 'not-confirmed', 'open', 'renewed', 'agreed', 'declined'] as const
/**
 * What 用工消息 is to somebody: `off` the hospital has not switched it on; `not-confirmed` the hospital has not said that he is its staff; `open` he
 * may be asked; `renewed` he is bound, and the template is another one, to which he may be asked; `agreed`, `declined` he was asked.
 */
export type EmploymentOffer = (typeof EMPLOYMENT_OFFERS)[number]

export interface OfferFacts {
  /** null: switched off. */
  templateId: string | null
  staff: boolean
  /** What he answered before. */
  bond: { templateId: string; related: boolean; agreed: boolean } | null
}

/** WeChat takes the feature away from whoever offers it to strangers or asks again and again, so both are decided here (platform facts §1.6). */
export function employmentOffer({ templateId, staff, bond }: OfferFacts): EmploymentOffer {
  if (templateId === null) return 'off'
  if (!staff) return 'not-confirmed'
  if (bond === null) return 'open'
  if (bond.templateId === templateId) return bond.agreed ? 'agreed' : 'declined'
  return bond.related ? 'renewed' : 'declined'
}
