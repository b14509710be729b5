import * as v from 'valibot'

/** Labels as printers of labels take them, in millimetres. */
export const LABEL_SIZES = ['40x30', '50x30', '70x50'] as const
export type LabelSize = (typeof LABEL_SIZES)[number]
export const labelSizeSchema = v.picklist(LABEL_SIZES)

/** One order prints so many devices and copies of each at most. */
export const MOST_LABELLED = 500
export const MOST_COPIES = 10

/** Width and height in millimetres. */
export function millimetres(size: LabelSize): { width: number; height: number } {
  const [width = 0, height = 0] = size.split('x').map(Number)
  return { width, height }
}
