import type { AttachmentType } from './attachment'
import { cleanHeic } from './clean-heic'
import { cleanJpeg } from './clean-jpeg'
import { cleanPng } from './clean-png'
import { cleanWebp } from './clean-webp'

const CLEAN: Readonly<Partial<Record<AttachmentType, (bytes: Uint8Array) => Uint8Array>>> = {
  'image/jpeg': cleanJpeg, 'image/png': cleanPng, 'image/webp': cleanWebp, 'image/heic': cleanHeic,
}

/**
 * The file without the place where it was taken (architecture §8). The picture itself stays byte for byte, and it lies as it lay. Never throws: what
 * cannot be read is left as it is.
 */
export const withoutPosition = (bytes: Uint8Array, type: AttachmentType): Uint8Array => CLEAN[type]?.(bytes) ?? bytes
