import type { Rule } from '../rules/rules'
import { inCloud, type Fact } from './fact'
import { KEYED, THINGS, type Site } from './site'

type Raw = Record<string, unknown>

const idsOf = (result: { data: Array<{ _id: string }> }): string[] => result.data.map(({ _id }) => _id).sort()

/** The ids that a query in MongoDB's own words finds. */
export const found = async ({ db }: Site, query: Raw): Promise<string[]> => idsOf(await db.collection(THINGS).options({ raw: true }).where(query).get())

export type QueryRow = [name: string, rule: Rule, source: string, query: Raw, yes: object[], no: object[]]

const numbered = (documents: readonly object[], letter: string): Array<{ _id: string }> => documents.map((document, at) => ({ _id: `${letter}${at}`, ...document }))

/** A query finds all of `yes` and none of `no`. */
export const finds = (rows: readonly QueryRow[]): Fact[] => inCloud(...rows.map(([name, rule, source, query, yes, no]): Parameters<typeof inCloud>[0] => [name, rule, source, async (site) => {
  const wanted = numbered(yes, 'y')
  await site.things(...wanted, ...numbered(no, 'n'))
  expect(await found(site, query)).toEqual(wanted.map(({ _id }) => _id))
}]))

/** One update in MongoDB's own words; `query` finds the document `d`. */
const updateRaw = ({ db }: Site, change: Raw, query: Raw): Promise<{ updated: number }> =>
  db.collection(THINGS).options({ raw: true, multiple: true }).where({ _id: 'd', ...query }).update(change) as Promise<{ updated: number }>

export type UpdateRow = [name: string, rule: Rule, source: string, before: Raw, change: Raw, after: Raw, query?: Raw]

/** An update makes `after` of `before`. */
export const changes = (rows: readonly UpdateRow[]): Fact[] => inCloud(...rows.map(([name, rule, source, before, change, after, query = {}]): Parameters<typeof inCloud>[0] => [name, rule, source, async (site) => {
  await site.things({ _id: 'd', ...before })
  await updateRaw(site, change, query)
  expect(await site.thing('d')).toEqual({ _id: 'd', ...after })
}]))

export type RefusedRow = [name: string, rule: Rule, source: string, before: Raw, change: Raw, query?: Raw]

/** An update is refused and leaves the document alone. */
export const refuses = (rows: readonly RefusedRow[]): Fact[] => inCloud(...rows.map(([name, rule, source, before, change, query = {}]): Parameters<typeof inCloud>[0] => [name, rule, source, async (site) => {
  await site.things({ _id: 'd', ...before })
  await expect(updateRaw(site, change, query)).rejects.toHaveProperty('code')
  expect(await site.thing('d')).toEqual({ _id: 'd', ...before })
}]))

/** Runs a pipeline over `contract_things` or, if named so, `contract_keyed`. */
export const aggregated = async ({ db }: Site, stages: readonly Raw[], collection: typeof THINGS | typeof KEYED = THINGS): Promise<unknown[]> => {
  const pipeline = db.collection(collection).aggregate()
  for (const [stage, operand] of stages.flatMap((one) => Object.entries(one))) pipeline._pipe(stage.slice(1), operand)
  const { data } = (await pipeline.end()) as { data: unknown[] }
  return data
}

export type PipelineRow = [name: string, rule: Rule, source: string, documents: object[], stages: Raw[], rows: unknown[]]

/** A pipeline answers exactly these rows, in this order. */
export const answers = (rows: readonly PipelineRow[]): Fact[] => inCloud(...rows.map(([name, rule, source, documents, stages, wanted]): Parameters<typeof inCloud>[0] => [name, rule, source, async (site) => {
  await site.things(...documents)
  expect(await aggregated(site, stages)).toEqual(wanted)
}]))

export type ExpressionRow = [rule: Rule & `aggregate.${string}`, source: string, expression: unknown, value: unknown, says?: string]

/** An expression over `{ n: 7, list: [3, 1, 2], text: 'Ab-cd', at: … }` has this value. */
export const reckons = (rows: readonly ExpressionRow[]): Fact[] => inCloud(...rows.map(([rule, source, expression, value, says]): Parameters<typeof inCloud>[0] => [says ?? `${JSON.stringify(expression)} is ${JSON.stringify(value)}`, rule, source, async (site) => {
  await site.things({ _id: 'x', n: 7, list: [3, 1, 2], text: 'Ab-cd', nothing: null, at: new Date('2024-02-29T23:59:58.123Z') })
  expect(await aggregated(site, [{ $project: { _id: 0, value: expression } }])).toEqual([{ value }])
}]))
