import type { EmulatorOptions } from '../options'

/** Credentials of the pretend platform; the wire accepts only requests signed with them. */
export const PLATFORM_SECRET_ID = 'emulator-secret-id'
export const PLATFORM_SECRET_KEY = 'emulator-secret-key'
export const ENV_ID = 'emulator'
export const REGION = 'ap-shanghai'

/**
 * What the platform puts into every function. `TENCENTCLOUD_RUNENV` keeps the SDKs from asking the cloud's metadata host,
 * `TCB_CONTEXT_CNFG` is where they find this emulator: production code needs no branch.
 */
export const platformEnvironment = (base: string, name: string): Record<string, string> => ({
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: REGION,
  TENCENTCLOUD_SECRETID: PLATFORM_SECRET_ID,
  TENCENTCLOUD_SECRETKEY: PLATFORM_SECRET_KEY,
  TENCENTCLOUD_SESSIONTOKEN: 'emulator-session-token',
  SCF_NAMESPACE: ENV_ID,
  SCF_FUNCTIONNAME: name,
  TCB_ENV: ENV_ID,
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${base}/admin` }),
})

/** The project's own variables on top of the platform's, per function. */
export const environmentFor = (base: string, configured: EmulatorOptions['functionEnvironment']) => {
  const own = typeof configured === 'function' ? configured(base) : configured ?? {}
  return (name: string): Record<string, string> => ({ ...platformEnvironment(base, name), ...own[name] })
}
