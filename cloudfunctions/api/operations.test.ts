import * as account from '../../contract/account'
import * as attachment from '../../contract/attachment'
import * as bulk from '../../contract/bulk'
import * as certificate from '../../contract/certificate'
import * as device from '../../contract/device'
import * as inbox from '../../contract/inbox'
import * as job from '../../contract/job'
import * as plan from '../../contract/plan'
import * as rules from '../../contract/rules'
import * as type from '../../contract/type'
import { operations } from './operations'

const promised = [account, attachment, bulk, certificate, device, inbox, job, plan, rules, type]
  .flatMap((noun) => Object.values(noun) as unknown[])
  .filter((value): value is { name: string; changes: boolean } => typeof value === 'object' && value !== null && 'changes' in value && 'may' in value)
  .map(({ name }) => name)

test('every operation of the contract has its verb, and no verb is without one', () => {
  expect(operations.map(({ operation }) => operation.name).sort()).toEqual([...promised].sort())
})
