/** A file the user chose: `path` on the phone, `blob` in a browser. */
export interface ChosenFile {
  name: string
  bytes: number
  /** Media type as the platform tells it; the server looks at the bytes. */
  type: string
  path?: string
  blob?: Blob
}
