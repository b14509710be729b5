import type { Timer } from './doors'

export interface DeployedFunction {
  /** SHA-256 of the code, kept in the variable CODE_SHA256; '' when it was put there by other means. */
  hash: string
  timeoutSeconds: number
  memoryMb: number
  variables: Readonly<Record<string, string>>
  timers: readonly Timer[]
}
export interface DeployedIndex { name: string; fields: ReadonlyArray<readonly [path: string, direction: 1 | -1]>; unique: boolean }
export interface DeployedCollection { access: string; indexes: readonly DeployedIndex[] }

/** An environment as far as this product cares: what is wanted, and what is there, in one shape. */
export interface Environment {
  functions: ReadonlyMap<string, DeployedFunction>
  collections: ReadonlyMap<string, DeployedCollection>
  /** Who may call which function, as JSON. */
  functionRule: string
  storageAccess: string
  /** HTTP path to function name. */
  routes: ReadonlyMap<string, string>
  /** Path in static hosting to MD5 of the file. */
  site: ReadonlyMap<string, string>
}

/** Where the code that a step uploads lies on this machine. */
export interface Sources { functionFolders: ReadonlyMap<string, string>; siteFolder: string }
