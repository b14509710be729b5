import { CloudError } from '../cloud-error'
import type { Instance } from './instance'
import { applies } from '../rules/rules'

/** The instances of one function: a call takes a warm one, else starts one, else waits for its turn. */
export interface Pool {
  use<T>(work: (instance: Instance, cold: boolean) => Promise<T>): Promise<T>
  size(): number
  /** Ends the instances that are at work; their calls fail. */
  kill(): Promise<void>
  /** Ends every instance; calls under way and waiting fail. The pool stays usable. */
  stop(): Promise<void>
}

interface Lease { instance: Instance; cold: boolean }
interface Waiter { take(lease: Lease): void; fail(error: CloudError): void }

const stopped = (): CloudError => new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the functions were restarted')

/** Instances that exist, those without work, and calls that found none. */
const createStock = (start: () => Instance, limit: number) => {
  const all = new Set<Instance>()
  const idle: Instance[] = []
  let queue: Waiter[] = []

  const begin = (): Lease => {
    const instance = start()
    all.add(instance)
    return { instance, cold: true }
  }
  const lease = (): Promise<Lease> | Lease => {
    for (let warm = idle.pop(); warm; warm = idle.pop()) {
      if (warm.isAlive()) return { instance: warm, cold: false }
      all.delete(warm)
    }
    return all.size < (applies('function.parallel') ? limit : 1) ? begin() : new Promise((take, fail) => { queue.push({ take, fail }) })
  }
  const giveBack = (instance: Instance): void => {
    if (!applies('function.warm')) void instance.stop()
    const isAlive = instance.isAlive() && applies('function.warm')
    if (!isAlive) all.delete(instance)
    const next = queue.shift()
    if (next) next.take(isAlive ? { instance, cold: false } : begin())
    else if (isAlive) idle.push(instance)
  }
  const clear = (): { stopping: Instance[]; waiting: Waiter[] } => {
    const cleared = { stopping: [...all], waiting: queue }
    queue = []
    idle.length = 0
    all.clear()
    return cleared
  }
  const busy = (): Instance[] => [...all].filter((instance) => !idle.includes(instance))
  return { lease, giveBack, clear, busy, size: () => all.size }
}

export const createPool = (start: () => Instance, limit: number): Pool => {
  const stock = createStock(start, limit)
  return {
    size: stock.size,
    use: async (work) => {
      const { instance, cold } = await stock.lease()
      try {
        return await work(instance, cold)
      } finally {
        stock.giveBack(instance)
      }
    },
    kill: async () => { await Promise.all(stock.busy().map((instance) => instance.stop())) },
    stop: async () => {
      const { stopping, waiting } = stock.clear()
      for (const waiter of waiting) waiter.fail(stopped())
      await Promise.all(stopping.map((instance) => instance.stop()))
    },
  }
}

export const unknownFunction = (name: string): CloudError => new CloudError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`)
