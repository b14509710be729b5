import type { Step } from './difference'

const keys = (fields: ReadonlyArray<readonly [string, number]>): string => fields.map(([path, direction]) => (direction === 1 ? path : `-${path}`)).join(', ')

const WORDS: { readonly [Kind in Step['kind']]: (step: Extract<Step, { kind: Kind }>) => string } = {
  'create-collection': ({ collection }) => `create collection ${collection}`,
  'create-index': ({ collection, index }) => `create ${index.unique ? 'unique ' : ''}index ${collection}.${index.name} (${keys(index.fields)})`,
  'close-collection': ({ collection, access }) => `close collection ${collection} to clients (${access})`,
  'close-storage': ({ access }) => `close the storage to clients (${access})`,
  'create-function': ({ name, wanted: { timeoutSeconds, memoryMb, variables } }) =>
    `create function ${name} (${timeoutSeconds} s, ${memoryMb} MB; ${Object.keys(variables).filter((each) => each !== 'CODE_SHA256').join(', ') || 'no variables'})`,
  'update-code': ({ name }) => `upload the code of ${name}`,
  'update-settings': ({ name, changed }) => `write the settings of ${name}${changed.length > 0 ? `: ${changed.join(', ')}` : ''}`,
  'set-function-rule': ({ rule }) => `set who may call functions: ${rule}`,
  'add-timer': ({ name, timer }) => `add timer ${timer.name} to ${name} (${timer.cron}, Asia/Shanghai)`,
  'remove-timer': ({ name, timer }) => `remove timer ${timer} from ${name}`,
  'add-route': ({ path, name }) => `lead ${path} to ${name}`,
  'remove-route': ({ path }) => `remove the route ${path}`,
  'upload-site': ({ files }) => `upload ${files.length} file(s) of the web edition`,
}

/** One step as a line for a person. Says names, never the value of a variable. */
export const inWords = (step: Step): string => (WORDS[step.kind] as (step: Step) => string)(step)
