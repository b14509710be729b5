import { parentPort } from 'node:worker_threads'
import { live, type Broken } from './life'

export interface Task { seed: number; days: number; /** Hospitals change their rules now and then. */ rules: boolean }
export interface Done { seed: number; broken: Broken | null }

parentPort?.on('message', ({ seed, days, rules }: Task) => {
  void live(seed, days, rules).then((broken) => parentPort?.postMessage({ seed, broken } satisfies Done))
})
