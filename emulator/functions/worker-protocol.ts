/** What passes between the emulator and one function instance. Values travel as JSON text, as they do in the cloud. */
export interface InstanceData {
  entry: string
  name: string
  memoryMb: number
  timeoutMs: number
  envId: string
  clock: SharedArrayBuffer
}

export interface CallMessage { event: string; environment: Record<string, string>; requestId: string; /** Rules that are switched off in this call. */ rulesOff?: readonly string[] }

export interface LogLine { level: 'debug' | 'info' | 'warn' | 'error'; text: string }

export type InstanceMessage =
  | { kind: 'ready' }
  | { kind: 'failed-to-load'; error: string }
  | { kind: 'log'; line: LogLine }
  | { kind: 'result'; result: string }
  | { kind: 'error'; error: string }
