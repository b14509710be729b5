import { difference, type Difference } from './difference'
import type { Management } from './management'
import type { Environment } from './resources'
import { inWords } from './words'

export interface Deployment extends Difference {
  /** Steps that were taken; fewer than `steps` when one failed. */
  done: number
  failure: { step: string; message: string } | null
}

/**
 * Makes the environment what is wanted. Stops at the first step that the cloud refuses, because later ones build on it; running it again goes on
 * from there. A dry run asks what is there and changes nothing.
 */
export async function deploy(wanted: Environment, management: Management, { dryRun, say }: { dryRun: boolean; say: (line: string) => void }): Promise<Deployment> {
  const plan = difference(wanted, await management.read())
  let done = 0
  for (const step of plan.steps) {
    const words = inWords(step)
    say(`${dryRun ? 'would ' : ''}${words}`)
    if (dryRun) continue
    try {
      await management.apply(step)
    } catch (error) {
      return { ...plan, done, failure: { step: words, message: error instanceof Error ? error.message : String(error) } }
    }
    done += 1
  }
  return { ...plan, done, failure: null }
}
