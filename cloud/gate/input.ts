import * as v from 'valibot'
import { fail } from '../../domain/kernel/failure'

/** Codes of our own checks look like `day.invalid`; anything else is the library's English. */
const OWN_CODE = /^[a-z][a-z-]*\.[a-z][a-z-]*$/
const BY_TYPE: Readonly<Record<string, string>> = {
  max_length: 'input.too-long', min_length: 'input.too-short', max_value: 'input.too-large', min_value: 'input.too-small',
  integer: 'input.not-whole', regex: 'input.malformed', iso_timestamp: 'input.malformed', picklist: 'input.not-offered',
}
/** A form inside the input: its fields are told by their own names, as the form's rules tell them. */
const FORMS = new Set(['form', 'fields'])

/** More wrong fields than a form has. */
const MOST_ISSUES = 200

type Issue = v.BaseIssue<unknown>

const codeOf = ({ type, message }: Issue): string => (OWN_CODE.test(message) ? message : (BY_TYPE[type] ?? 'input.invalid'))

function pathOf(issue: Issue): string {
  const keys = (issue.path ?? []).map(({ key }) => String(key))
  const [first = ''] = keys
  return (keys.length > 1 && FORMS.has(first) ? keys.slice(1) : keys).join('.')
}

/** The input as the contract wants it, or `invalid-input` with a code for each wrong field. */
export function parseInput(schema: v.GenericSchema, input: unknown): unknown {
  const parsed = v.safeParse(schema, input)
  if (parsed.success) return parsed.output
  // A map: a field may be called `constructor` or `__proto__`, and the first code counts.
  const fields = new Map<string, string>()
  for (const issue of parsed.issues.slice(0, MOST_ISSUES)) if (!fields.has(pathOf(issue))) fields.set(pathOf(issue), codeOf(issue))
  return fail('invalid-input', { fields: Object.fromEntries([...fields].filter(([field]) => field !== '__proto__')) })
}

/** What goes out, exactly as the contract says: a field too many would be a leak, and is a mistake of ours. */
export function parseOutput(operation: { name: string; output: v.GenericSchema }, output: unknown): unknown {
  const parsed = v.safeParse(operation.output, output)
  if (parsed.success) return parsed.output
  const where = parsed.issues.map((issue) => `${pathOf(issue)} (${issue.type})`).join(', ')
  throw new TypeError(`the output of ${operation.name} is not as promised: ${where}`)
}
