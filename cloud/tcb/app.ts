import tcb from '@cloudbase/node-sdk'

export type CloudApp = ReturnType<typeof tcb.init>
export type Database = ReturnType<CloudApp['database']>

/** One connection to the environment the function runs in. Keep-alive is off by default inside functions: each call would open a socket. */
export const openCloud = (): CloudApp => tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })

/** The same from an operator's machine, with the keys of a Tencent Cloud account. */
export const openCloudFromOutside = (login: { env: string; secretId: string; secretKey: string; region: string }): CloudApp => tcb.init({ ...login, keepalive: true })
