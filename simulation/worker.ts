import { parentPort } from 'node:worker_threads'
import { live, type Broken } from './life'

export interface Task { seed: number; days: number }
export interface Done { seed: number; broken: Broken | null }

parentPort?.on('message', ({ seed, days }: Task) => {
  void live(seed, days).then((broken) => parentPort?.postMessage({ seed, broken } satisfies Done))
})
