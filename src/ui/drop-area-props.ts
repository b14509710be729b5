import type { ReactNode } from 'react'

/** A file as it was dropped; the same as one that was chosen. */
export interface DroppedFile { name: string; bytes: number; type: string; blob: Blob }

export interface DropAreaProps {
  /** There is room for another file. */
  open: boolean
  onFiles: (files: DroppedFile[]) => void
  children: ReactNode
}
