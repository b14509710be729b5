const FULL_WIDTH = /[\uff01-\uff5e]/g
const WIDE_SPACES = /[\u3000\u00a0]/g
/** Controls, format characters that hide in copied text, and lone surrogates, which no channel can carry. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu
const BREAKS = /[\r\n\t\u2028\u2029]+/g

/** Full-width letters, digits, signs and spaces become half-width ones (S17). Han and 、。「」 stay. */
export function foldWidth(text: string): string {
  return text
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(WIDE_SPACES, ' ')
}

/** One line of visible characters: breaks become a space, what cannot be seen is dropped. */
export function stripControls(text: string): string {
  return text.replace(BREAKS, ' ').replace(INVISIBLE, '')
}

/** Length by code point, as people and WeChat count: a rare Han character is one. */
export function lengthOf(text: string): number {
  return [...text].length
}

/** The first `max` code points. Never splits a character in two. */
export function clip(text: string, max: number): string {
  const points = [...text]
  return points.length <= max ? text : points.slice(0, Math.max(0, max)).join('')
}

/** At most `max` code points; what was cut shows as 「…」. */
export function shorten(text: string, max: number): string {
  return lengthOf(text) <= max ? text : `${clip(text, max - 1)}…`
}

/** What a typed single-line field is stored as: visible characters, no blank at either end. */
export function tidy(text: string): string {
  return stripControls(text).trim()
}
