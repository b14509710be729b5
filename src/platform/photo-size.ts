interface Size { width: number; height: number }

/** A photo above this is made lighter before it travels; what a scanner makes of one page is below it. */
const HEAVY_BYTES = 1_500_000
/** Pixels of the longer side of an A4 page at 300 dpi: the finest print of a certificate stays legible. */
const LONGEST = 3508

/** Only a JPEG: it lost something when it was taken. A PNG, a PDF and what a phone calls HEIC are kept as they came. */
export const isHeavyPhoto = ({ type, bytes }: { type: string; bytes: number }): boolean => bytes > HEAVY_BYTES && /^image\/p?jpe?g$/i.test(type)

/** Its width and height once the longer side fits, in whole pixels; never larger than it is. */
export function sizeWithin({ width, height }: Size): Size {
  const scale = Math.min(1, LONGEST / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
