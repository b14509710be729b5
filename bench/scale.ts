import { readFileSync } from 'node:fs'
import { scaleOf, type Inputs, type Scale } from './scale-model'
import { measureUnits, type Unit } from './scale-units'

const HOSPITALS = [1, 100, 10_000]

const whole = (value: number): string => Math.round(value).toLocaleString('en-US')
const gb = (bytes: number): string => `${(bytes / 1e9).toPrecision(3)} GB`

const table = (head: readonly string[], rows: ReadonlyArray<readonly string[]>): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const unitRow = ([name, { calls, writes, ms }]: [string, Unit]): string[] => [name, calls.toFixed(1), writes.toFixed(1), ms.toFixed(1)]

const ROWS: ReadonlyArray<readonly [name: string, of: (scale: Scale) => string]> = [
  ['certificates', (each) => whole(each.certificates)],
  ['documents', (each) => whole(each.documents)],
  ['bytes of documents', (each) => gb(each.documentBytes)],
  ['bytes of indexes', (each) => gb(each.indexBytes)],
  ['bytes of files', (each) => gb(each.fileBytes)],
  ['database calls a day', (each) => whole(each.perDay.databaseCalls)],
  ['of them writes', (each) => whole(each.perDay.databaseWrites)],
  ['function calls a day', (each) => whole(each.perDay.functionCalls)],
  ['function seconds a day', (each) => whole(each.perDay.functionSeconds)],
  ['messages a day', (each) => whole(each.perDay.messages)],
  ['minutes to tell everybody who is due at the busiest minute', (each) => whole(each.drainMinutes)],
  ['CNY a month: database', (each) => whole(each.cost.database)],
  ['CNY a month: functions', (each) => whole(each.cost.functions)],
  ['CNY a month: files', (each) => whole(each.cost.storage)],
  ['CNY a month: SMS', (each) => whole(each.cost.sms)],
  ['over a limit', (each) => each.over.join('; ') || 'nothing'],
]

/** The tables of docs/scale.md, measured and reckoned anew. `inputsFile` holds what is assumed and the prices. */
export async function printScale(inputsFile: string): Promise<string> {
  const inputs = JSON.parse(readFileSync(inputsFile, 'utf8')) as Inputs
  const units = await measureUnits()
  const scales = HOSPITALS.map((hospitals) => scaleOf(hospitals, units, inputs))
  return [
    table(['use', 'database calls', 'of them writes', 'ms'], Object.entries(units.uses).map(unitRow)),
    table(['one environment with', ...HOSPITALS.map((count) => `${whole(count)} hospital${count === 1 ? '' : 's'}`)], ROWS.map(([name, of]) => [name, ...scales.map(of)])),
  ].join('\n\n')
}
