import { CloudError } from '../cloud-error'
import type { Instance } from './instance'

/** The instances of one function: a call takes a warm one, else starts one, else waits for its turn. */
export interface Pool {
  use<T>(work: (instance: Instance, cold: boolean) => Promise<T>): Promise<T>
  size(): number
  /** Ends every instance; calls under way fail. The pool stays usable. */
  stop(): Promise<void>
}

interface Lease { instance: Instance; cold: boolean }

export const createPool = (start: () => Instance, limit: number): Pool => {
  const all = new Set<Instance>()
  const idle: Instance[] = []
  const queue: Array<(lease: Lease) => void> = []

  const begin = (): Lease => {
    const instance = start()
    all.add(instance)
    return { instance, cold: true }
  }
  const take = (): Promise<Lease> | Lease => {
    for (let warm = idle.pop(); warm; warm = idle.pop()) {
      if (warm.isAlive()) return { instance: warm, cold: false }
      all.delete(warm)
    }
    return all.size < limit ? begin() : new Promise((resolve) => { queue.push(resolve) })
  }
  const giveBack = (instance: Instance): void => {
    const next = queue.shift()
    if (!instance.isAlive()) all.delete(instance)
    if (next) next(instance.isAlive() ? { instance, cold: false } : begin())
    else if (instance.isAlive()) idle.push(instance)
  }
  return {
    size: () => all.size,
    use: async (work) => {
      const { instance, cold } = await take()
      try {
        return await work(instance, cold)
      } finally {
        giveBack(instance)
      }
    },
    stop: async () => {
      const stopping = [...all]
      idle.length = 0
      await Promise.all(stopping.map((instance) => instance.stop()))
      for (const instance of stopping) all.delete(instance)
    },
  }
}

export const unknownFunction = (name: string): CloudError => new CloudError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`)
