export const TEXT_SIZES = ['system', 'standard', 'large', 'huge'] as const
/** 字号 of the app on this device: 跟随系统, 标准, 大, 特大. */
export type TextSize = (typeof TEXT_SIZES)[number]

export const isTextSize = (value: unknown): value is TextSize => TEXT_SIZES.some((size) => size === value)

/** From how much larger than usual the system's text is on, ours is 大 and 特大. The usual one is 16 px, on an iPhone 17. */
const LARGE = 1.12
const HUGE = 1.3

/** Our size beside a system whose text is `scale` times as large as usual; a system that does not say it is as usual. */
export function textScale(scale: number): Exclude<TextSize, 'system'> {
  if (scale >= HUGE) return 'huge'
  return scale >= LARGE ? 'large' : 'standard'
}
