import { parentPort, workerData } from 'node:worker_threads'
import { fuzz } from './fuzz'
import { knownCodes } from './known-codes'

/** One seed after the other, as scripts/fuzz.mjs hands them out. */
const known = knownCodes((workerData as { root: string }).root)
parentPort?.on('message', (task: { seed: number; calls: number }) => {
  void fuzz({ ...task, known }).then((done) => parentPort?.postMessage(done))
})
