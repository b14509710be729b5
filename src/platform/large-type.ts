import { signal } from './signal'
import { storage } from './storage'
import { systemTypeSize } from './system-type'
import { useSignal } from './use-signal'

/** Of the system's font size, in px, from which on 大字 is meant; its usual one is 16 or 17. */
const LARGE_FROM = 19
const KEY = 'type-size'

/** What a person chose on this device: '' follows the system. */
export const typeSize = signal(storage.read(KEY) ?? '')

export const chooseTypeSize = (size: string): void => {
  storage.write(KEY, size)
  typeSize.set(size)
}

/** Whether the screen is set in 大字. */
export const useLargeType = (): boolean => {
  const size = useSignal(typeSize)
  return size === '' ? systemTypeSize() >= LARGE_FROM : size === 'large'
}
