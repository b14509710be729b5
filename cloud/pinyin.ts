import type { Pinyin } from '../domain/device/search'

/** The dictionary is 300 kB: loaded when the first text is read aloud, never at start. */
export async function loadPinyin(): Promise<Pinyin> {
  const { pinyin } = await import('pinyin-pro')
  return (text) => {
    const full = pinyin(text, { toneType: 'none', type: 'array', v: true })
    return { full, initials: full.map((syllable) => [...syllable][0] ?? '').join('') }
  }
}
