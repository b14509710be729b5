import type { DeployedCollection, DeployedFunction, DeployedIndex, Environment } from './resources'
import type { Timer } from './doors'

export type Step =
  | { kind: 'create-collection'; collection: string }
  | { kind: 'create-index'; collection: string; index: DeployedIndex }
  | { kind: 'close-collection'; collection: string; access: string }
  | { kind: 'close-storage'; access: string }
  | { kind: 'create-function'; name: string; wanted: DeployedFunction }
  | { kind: 'update-code'; name: string; wanted: DeployedFunction }
  | { kind: 'update-settings'; name: string; wanted: DeployedFunction; changed: readonly string[] }
  | { kind: 'set-function-rule'; rule: string }
  | { kind: 'add-timer'; name: string; timer: Timer }
  | { kind: 'remove-timer'; name: string; timer: string }
  | { kind: 'add-route'; path: string; name: string }
  | { kind: 'remove-route'; path: string }
  | { kind: 'upload-site'; files: readonly string[] }

export interface Difference {
  /** In the order in which they are safe: data before code, code before the timers that call it, pages last. */
  steps: readonly Step[]
  /** What is there and not ours, or differs in a way that only a person should change. Left alone. */
  notes: readonly string[]
}

const sameIndex = (a: DeployedIndex, b: DeployedIndex): boolean => a.unique === b.unique && JSON.stringify(a.fields) === JSON.stringify(b.fields)
const sameTimer = (a: Timer, b: Timer): boolean => a.name === b.name && a.cron === b.cron
const sameRule = (a: string, b: string): boolean => {
  try {
    return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b))
  } catch {
    return false
  }
}

function collectionSteps(name: string, wanted: DeployedCollection, actual: DeployedCollection | undefined): Step[] {
  const missing = wanted.indexes.filter((index) => !(actual?.indexes ?? []).some((there) => there.name === index.name))
  return [
    ...(actual ? [] : [{ kind: 'create-collection' as const, collection: name }]),
    ...missing.map((index) => ({ kind: 'create-index' as const, collection: name, index })),
    ...(actual?.access === wanted.access ? [] : [{ kind: 'close-collection' as const, collection: name, access: wanted.access }]),
  ]
}

/** Which settings differ, by name; never their values. */
function changedSettings(wanted: DeployedFunction, actual: DeployedFunction): string[] {
  const names = new Set([...Object.keys(wanted.variables), ...Object.keys(actual.variables)])
  names.delete('CODE_SHA256')
  return [
    ...(wanted.timeoutSeconds === actual.timeoutSeconds ? [] : ['timeout']),
    ...(wanted.memoryMb === actual.memoryMb ? [] : ['memory']),
    ...[...names].filter((name) => wanted.variables[name] !== actual.variables[name]),
  ]
}

function functionSteps(name: string, wanted: DeployedFunction, actual: DeployedFunction | undefined): Step[] {
  if (!actual) return [{ kind: 'create-function', name, wanted }]
  const changed = changedSettings(wanted, actual)
  const stale = wanted.hash !== actual.hash
  return [
    ...(stale ? [{ kind: 'update-code' as const, name, wanted }] : []),
    // The mark of the code is a variable too, so new code always writes the settings once more.
    ...(stale || changed.length > 0 ? [{ kind: 'update-settings' as const, name, wanted, changed }] : []),
  ]
}

function timerSteps(name: string, wanted: DeployedFunction, actual: DeployedFunction | undefined): Step[] {
  const there = actual?.timers ?? []
  return [
    ...there.filter((timer) => !wanted.timers.some((each) => sameTimer(each, timer))).map(({ name: timer }) => ({ kind: 'remove-timer' as const, name, timer })),
    ...wanted.timers.filter((timer) => !there.some((each) => sameTimer(each, timer))).map((timer) => ({ kind: 'add-timer' as const, name, timer })),
  ]
}

function routeSteps(wanted: Environment, actual: Environment): Step[] {
  const ours = new Set(wanted.functions.keys())
  const wrong = [...actual.routes].filter(([path, name]) => ours.has(name) && wanted.routes.get(path) !== name)
  const missing = [...wanted.routes].filter(([path, name]) => actual.routes.get(path) !== name)
  return [
    ...wrong.map(([path]) => ({ kind: 'remove-route' as const, path })),
    ...missing.map(([path, name]) => ({ kind: 'add-route' as const, path, name })),
  ]
}

function siteStep(wanted: Environment, actual: Environment): Step[] {
  const files = [...wanted.site].filter(([path, md5]) => actual.site.get(path) !== md5).map(([path]) => path)
  return files.length === 0 ? [] : [{ kind: 'upload-site', files }]
}

const notesOf = (wanted: Environment, actual: Environment): string[] => [
  ...[...wanted.collections].flatMap(([name, { indexes }]) => (actual.collections.get(name)?.indexes ?? []).flatMap((there) => {
    const own = indexes.find((index) => index.name === there.name)
    if (!own) return there.name === '_id_' ? [] : [`collection ${name} has an index «${there.name}» that the code does not use`]
    return sameIndex(own, there) ? [] : [`index «${there.name}» of ${name} differs from the schema: drop it by hand, then deploy again`]
  })),
  ...[...actual.functions.keys()].filter((name) => !wanted.functions.has(name)).map((name) => `function ${name} is not part of this product`),
  ...[...actual.collections.keys()].filter((name) => !wanted.collections.has(name)).map((name) => `collection ${name} is not part of this product`),
]

/** The steps from what is there to what is wanted. An environment that is as wanted gives none, so deploying twice changes nothing. */
export function difference(wanted: Environment, actual: Environment): Difference {
  const functions = [...wanted.functions]
  const steps: Step[] = [
    ...[...wanted.collections].flatMap(([name, collection]) => collectionSteps(name, collection, actual.collections.get(name))),
    ...(wanted.storageAccess === actual.storageAccess ? [] : [{ kind: 'close-storage' as const, access: wanted.storageAccess }]),
    ...functions.flatMap(([name, each]) => functionSteps(name, each, actual.functions.get(name))),
    ...(sameRule(wanted.functionRule, actual.functionRule) ? [] : [{ kind: 'set-function-rule' as const, rule: wanted.functionRule }]),
    ...functions.flatMap(([name, each]) => timerSteps(name, each, actual.functions.get(name))),
    ...routeSteps(wanted, actual),
    ...siteStep(wanted, actual),
  ]
  return { steps, notes: notesOf(wanted, actual) }
}

export const EMPTY_ENVIRONMENT: Environment = {
  functions: new Map(), collections: new Map(), functionRule: '', storageAccess: '', routes: new Map(), site: new Map(),
}
