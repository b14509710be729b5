import { ROLES } from '../../../domain/account/role'
import type { Identity } from '../../../cloud/gate/identity'
import { operations } from '../operations'
import { among, twisted, type Chance } from './mutate'
import { at, type At } from './recipes/recipe'
import { RECIPES } from './recipes/every'
import { tokenOf, webVisitor, wechatUser } from './world'

const names = operations.map(({ operation }) => operation.name)
/** Workbooks take a hundred times as long as everything else. */
const WORKBOOKS = /\.export$|-import\.(template|faulty)$/
const callers = ROLES.map((role) => `a-${role}-x`)
const strangers = ['stranger', 'a-gone-x']

export interface Asked { event: unknown; identity: Identity; operation: string }

/** Nobody enters the other institution in here, so whatever is told of it is a leak. */
const INSIDE = new Set(['account.bind', 'account.find-by-phone', 'account.log-in', 'account.set-password'])

function placeOf(name: string, owner: string, chance: Chance): At {
  const institution = !INSIDE.has(name) && chance() < 0.2 ? 'b' : 'a'
  const department = institution === 'a' && chance() < 0.3 ? 'y' : 'x'
  return at({ institution, department, owner: institution === 'a' && chance() < 0.8 ? owner : `${institution}-spare-${department}` })
}

function inputFor(name: string, owner: string, chance: Chance): unknown {
  const inputs = RECIPES[name]?.inputs(placeOf(name, owner, chance)) ?? []
  let input = inputs.length > 0 ? among(chance, inputs) : {}
  for (let left = chance() < 0.25 ? 0 : 1 + Math.floor(chance() * 3); left > 0; left -= 1) input = twisted(input, chance)
  // What stands in the other institution's papers is never typed here, or it would be taken for a leak.
  return JSON.parse((JSON.stringify(input) ?? 'null').replaceAll('机密b', '公开b')) as unknown
}

function nameOf(chance: Chance): string {
  const name = among(chance, names)
  return WORKBOOKS.test(name) && chance() < 0.98 ? 'account.me' : name
}

function messageOf(chance: Chance, owner: string): { message: unknown; operation: string } {
  const operation = nameOf(chance)
  const requestId = `request-${String(Math.floor(chance() * 400)).padStart(12, '0')}`
  const call = { operation, input: inputFor(operation, owner, chance), ...(chance() < 0.7 && { requestId }) }
  return chance() < 0.93 ? { message: call, operation } : { message: twisted(call, chance), operation }
}

function byWeb(chance: Chance, accountId: string): Asked {
  const { message, operation } = messageOf(chance, accountId)
  const token = chance() < 0.8 ? tokenOf(accountId) : among(chance, ['', 'x', 'a'.repeat(43), '../..', '__proto__'])
  const body = chance() < 0.97 ? JSON.stringify(message) ?? 'null' : among(chance, ['', '{', 'null', '[]', '"x"', 'x'.repeat(100_001), '['.repeat(50_000), '{"__proto__":1}'])
  const event = { httpMethod: chance() < 0.97 ? 'POST' : among(chance, ['GET', 'OPTIONS', 'PUT', 'post', '']), headers: { authorization: `Bearer ${token}` }, body }
  return { event: chance() < 0.96 ? event : twisted(event, chance), identity: webVisitor(`10.0.0.${String(Math.floor(chance() * 200))}`), operation }
}

/** One call as chance has it: who, by which way, what. */
export function asked(chance: Chance): Asked {
  const accountId = chance() < 0.9 ? among(chance, callers) : among(chance, strangers)
  if (chance() < 0.25) return byWeb(chance, accountId)
  const { message, operation } = messageOf(chance, accountId)
  return { event: message, identity: wechatUser(`o-${accountId}`), operation }
}
