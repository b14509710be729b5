import { useEffect, useState } from 'react'
import type { Signal } from './signal'

/** The present value of a signal; the screen is drawn again when it changes. */
export const useSignal = <T>(source: Signal<T>): T => {
  const [value, setValue] = useState<T>(source.get)
  useEffect(() => {
    setValue(() => source.get())
    return source.watch(() => setValue(() => source.get()))
  }, [source])
  return value
}
