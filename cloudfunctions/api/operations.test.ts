import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { operations } from './operations'

const CONTRACT = join(__dirname, '../../contract')
/** Every file of the contract, so that a new noun cannot be forgotten. */
const nouns = (): Promise<Array<Record<string, unknown>>> =>
  Promise.all(readdirSync(CONTRACT).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).map((file) => import(join(CONTRACT, file)) as Promise<Record<string, unknown>>))

const promisedBy = (contract: Array<Record<string, unknown>>): string[] => contract
  .flatMap((noun) => Object.values(noun))
  .filter((value): value is { name: string; changes: boolean } => typeof value === 'object' && value !== null && 'changes' in value && 'may' in value)
  .map(({ name }) => name)

test('every operation of the contract has its verb, and no verb is without one', async () => {
  expect(operations.map(({ operation }) => operation.name).sort()).toEqual(promisedBy(await nouns()).sort())
})
