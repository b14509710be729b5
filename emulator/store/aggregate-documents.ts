import { Aggregator } from 'mingo/aggregator'
import { findDocuments, type View } from './find-documents'
import { mongoOptionsWith, refuseOperators } from './mongo-dialect'
import { invalidParam, refusing } from './store-error'
import { isFields } from './document-path'
import { pipelineStages, type Others } from './pipeline-stages'
import type { Explain, FindOptions, Query } from './types'
import { applies } from '../rules/rules'

type Stage = Record<string, unknown>

/** What the beginning of a pipeline asks of the collection itself. */
interface Lead { query: Query; options: FindOptions; rest: Stage[] }

/** What a stage's operand must be, where a search takes the stage over and mingo does not see it. */
const OPERAND: Record<string, (operand: unknown) => boolean> = {
  $limit: (operand) => Number.isInteger(operand) && Number(operand) > 0,
  $skip: (operand) => Number.isInteger(operand) && Number(operand) >= 0,
  $sort: (operand) => isFields(operand) && Object.keys(operand).length > 0,
  $match: isFields,
}

const refuseStage = (stage: unknown): void => {
  const [[name, operand] = ['', undefined], ...more] = isFields(stage) ? Object.entries(stage) : []
  if (name === '' || more.length > 0) throw invalidParam('A pipeline stage must hold exactly one operator.')
  if (OPERAND[name]?.(operand) === false && applies('aggregate.operands')) throw invalidParam(`${name} of a pipeline cannot be ${JSON.stringify(operand)}.`)
}

/** The order in which stages can be taken over by a search: each only after those before it. */
const RANK: Record<string, number> = { $match: 0, $sort: 1, $skip: 2, $limit: 3 }

interface Taking { rank: number; matches: Query[]; options: FindOptions }

const OPTION: Record<string, keyof FindOptions> = { $sort: 'sort', $skip: 'skip', $limit: 'limit' }

/** Takes a stage over; false when the pipeline must run it. */
const take = (stage: Stage, into: Taking): boolean => {
  const [[name, value] = ['', undefined]] = Object.entries(stage)
  const rank = RANK[name]
  if (rank === undefined || rank < into.rank || (rank > 0 && rank === into.rank)) return false
  into.rank = rank
  const option = OPTION[name]
  if (option) Object.assign(into.options, { [option]: value })
  else into.matches.push(value as Query)
  return true
}

const joined = (matches: readonly Query[]): Query => {
  if (matches.length > 1) return { $and: [...matches] }
  return matches[0] ?? {}
}

/** Splits a pipeline: leading `$match`, `$sort`, `$skip` and `$limit` become a search that an index can serve. */
const leadOf = (stages: readonly Stage[]): Lead => {
  const taking: Taking = { rank: 0, matches: [], options: {} }
  let taken = 0
  while (taken < stages.length && take(stages[taken] ?? {}, taking)) taken += 1
  return { query: joined(taking.matches), options: taking.options, rest: stages.slice(taken) }
}

/** Runs a pipeline: its beginning by index, the rest by mingo. `others` gives the documents of another collection. */
export const aggregateDocuments = (view: View, stages: readonly Stage[], others: Others): { docs: unknown[]; explain: Explain } => {
  stages.forEach(refuseStage)
  refuseOperators(stages, 'aggregate')
  const { query, options, rest } = leadOf(stages)
  const found = findDocuments(view, query, options)
  if (rest.length === 0) return found
  const running = { ...mongoOptionsWith(pipelineStages(others)), collectionResolver: (name: string) => others(name, {}) }
  const docs = refusing(() => new Aggregator(rest, running).run(found.docs))
  return { docs, explain: found.explain }
}
