import { isTextSize, textScale, type TextSize } from './text-scale'
import { signal } from './signal'
import { storage } from './storage'
import { systemTextScale } from './system-text'

const KEY = 'text-size'
const kept = storage.read(KEY)

/** What the user of this device chose; 'system' until he does. */
export const textSize = signal<TextSize>(isTextSize(kept) ? kept : 'system')

export const chooseTextSize = (size: TextSize): void => {
  textSize.set(size)
  storage.write(KEY, size)
}

/** The class under which the type of a screen is larger; '' for the standard. */
export const textClass = (size: TextSize): string => ({ standard: '', large: 'txt-l', huge: 'txt-h' })[size === 'system' ? textScale(systemTextScale()) : size]
