import { isStaff } from '../domain/account/employment-offer'
import type { EmployeeBondDoc } from './documents'
import type { Ports } from './ports'
import { bondsAfter, bondsOfAccount, removeBond } from './repositories/employee-bonds'
import { ownedBy } from './repositories/of-institution'

type BondPorts = Pick<Ports, 'store' | 'lines'>

/** Of the hospital still: his account is on and tied to a person of its staff, and his WeChat to the account. */
async function isStill({ store }: BondPorts, { _id, accountId, institutionId }: EmployeeBondDoc): Promise<boolean> {
  const account = ownedBy(await store.get('accounts', accountId), institutionId)
  if (!account?.active || account.personId === null) return false
  const [person, link] = await Promise.all([store.get('people', account.personId), store.get('wechat_links', _id)])
  return isStaff(ownedBy(person, institutionId)) && link?.accountId === accountId
}

/** false: WeChat was not told yet, and is asked again by the next sweep. */
async function unbound({ lines }: BondPorts, bond: EmployeeBondDoc): Promise<boolean> {
  if (!bond.related) return true
  const { employees } = await lines.of(bond.institutionId)
  // Another mini-program than the one that he is bound to can tell WeChat nothing about him.
  if (employees?.appId !== bond.appId) return false
  const reply = await employees.unbind([bond.openid])
  return reply.kind === 'accepted' || (reply.kind === 'refused' && reply.code === '40003')
}

/** Ends what is over: WeChat is told that he is not the hospital's staff any more, then his answer is forgotten. Answers how many ended. */
async function endThose(ports: BondPorts, bonds: readonly EmployeeBondDoc[]): Promise<number> {
  let ended = 0
  for (const bond of bonds) {
    if (!(await isStill(ports, bond)) && (await unbound(ports, bond))) ended += await removeBond(ports.store, bond)
  }
  return ended
}

/** Of one account, at once after somebody left, was untied or took his WeChat off (B3). */
export const endBondsOf = async (ports: BondPorts, institutionId: string, accountId: string): Promise<number> =>
  endThose(ports, await bondsOfAccount(ports.store, institutionId, accountId))

const PAGE = 100

/** Of everybody: what a lost call or a WeChat that was away has left over. */
export async function endLeftOverBonds(ports: BondPorts): Promise<number> {
  let ended = 0
  for (let after = ''; ;) {
    const bonds = await bondsAfter(ports.store, after, PAGE)
    ended += await endThose(ports, bonds)
    const last = bonds.at(-1)
    if (!last || bonds.length < PAGE) return ended
    after = last._id
  }
}
