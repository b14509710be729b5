/** What stands in the way of an approval; it can still be returned with a reason, and nothing is lost. */
export const OBSTACLES = ['certificate-gone', 'certificate-revoked', 'certificate-renewed', 'device-gone', 'device-retired', 'person-left', 'type-gone'] as const
export type Obstacle = (typeof OBSTACLES)[number]

export interface ObstacleFacts {
  /** Of the certificate to be renewed; null: a new one, or one that is not there any more (`isRenewal` tells which). */
  certificate: { cycle: number; revoked: boolean } | null
  isRenewal: boolean
  /** Its cycle when it was submitted. */
  cycle: number
  devicesMissing: boolean
  devicesRetired: boolean
  /** The holder’s record says 离职. */
  personLeft: boolean
  typeGone: boolean
}

/** The first obstacle to an approval, or null (B16). Devices matter only to a new certificate: a renewed one keeps those that it has. */
export function obstacleOf(facts: ObstacleFacts): Obstacle | null {
  if (facts.personLeft) return 'person-left'
  return facts.isRenewal ? ofRenewal(facts) : ofNew(facts)
}

function ofRenewal({ certificate, cycle }: ObstacleFacts): Obstacle | null {
  if (certificate === null) return 'certificate-gone'
  if (certificate.revoked) return 'certificate-revoked'
  return certificate.cycle === cycle ? null : 'certificate-renewed'
}

function ofNew({ typeGone, devicesMissing, devicesRetired }: ObstacleFacts): Obstacle | null {
  if (typeGone) return 'type-gone'
  if (devicesMissing) return 'device-gone'
  return devicesRetired ? 'device-retired' : null
}
