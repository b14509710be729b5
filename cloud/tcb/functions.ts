import type { Functions } from '../ports'
import type { CloudApp } from './app'

/** The Functions port: one function of the environment calls another. Throws when it fails or does not answer in time. */
export const cloudFunctions = (app: CloudApp): Functions => ({
  async call(name, data, timeoutMs) {
    const { result } = await app.callFunction({ name, data }, { timeout: timeoutMs })
    return result
  },
})
