import type * as v from 'valibot'
import type { handedOut } from '../../../contract/import'
import type { Operation } from '../../../contract/operation'
import { saveFile } from '../../platform/save-file'
import { useCommand } from '../../platform/use-operation'
import { importFailure } from './wording'

/** A file that the functions make and hand out: a template, the rows at fault. `trouble` is '' while nothing failed. */
export function useHandOut<I extends v.GenericSchema>(operation: Operation<I, typeof handedOut>, input: v.InferInput<I> | null): { start: () => void; busy: boolean; trouble: string } {
  const { run, busy, failure } = useCommand(operation)
  const start = async (): Promise<void> => {
    const made = input === null ? null : await run(input)
    if (made !== null) await saveFile(made)
  }
  return { start: () => void start(), busy, trouble: importFailure(failure) }
}
