import * as v from 'valibot'
import { IMPORTS, UPLOADS } from './hourly'
import { command } from './operation'
import { count, id, text } from './shapes'

/** A table of rows (Excel, CSV), or photos packed together (zip). */
export const importFileKind = v.picklist(['sheet', 'photos'])
export const IMPORT_LIMITS = { sheetBytes: 10 * 1024 * 1024, photosBytes: 40 * 1024 * 1024, shownRows: 200 } as const

/**
 * Issues a staging path for a file to import, as `attachment.begin` does (contract/attachment.ts); it is the uploader's alone, and gone after a
 * day. Only what is read says what it is. Failures: import.too-large {maxBytes}, import.empty-file.
 */
export const beginImportFile = command('import.begin', {
  input: v.strictObject({ kind: importFileKind, name: text(200), bytes: count, way: v.picklist(['cloud', 'put']) }),
  output: v.strictObject({ id, path: v.string(), put: v.nullable(v.strictObject({ url: v.string(), headers: v.record(v.string(), v.string()) })) }),
  may: 'attachment.write',
  hourly: IMPORTS,
})

/** Which file, which sheet of it (null: the one that fits), and what its headers mean where their words do not say it: header text → key, '' for none. */
export const sheetAsked = {
  fileId: id,
  sheet: v.nullable(text(200)),
  columns: v.pipe(v.record(text(500), text(40)), v.check((chosen) => Object.keys(chosen).length <= 100)),
}

/** Row as Excel counts it, and by what a person knows it. `field` is a column's key, '' for the whole row. */
export const rowProblem = v.strictObject({ field: v.string(), code: v.string(), detail: v.string() })
export type RowProblem = v.InferOutput<typeof rowProblem>
export const faultyRow = v.strictObject({ row: count, label: v.string(), problems: v.array(rowProblem) })
export type FaultyRow = v.InferOutput<typeof faultyRow>

/** What an import would do. With `missing` columns nothing can be said of the rows yet, and there are none. */
export const sheetPreview = {
  fileName: v.string(),
  sheets: v.array(v.string()),
  sheet: v.string(),
  headers: v.array(v.strictObject({ text: v.string(), key: v.string(), sample: v.string() })),
  /** Keys of needed columns that no header means. */
  missing: v.array(v.string()),
  repeated: v.array(v.string()),
  total: count, ready: count, faulty: count,
  /** The first of them; the file of `…-import.faulty` has all. */
  faultyRows: v.array(faultyRow),
  /** Changes with what would be imported: handed back to start, so that nobody confirms what he has not seen. */
  digest: v.string(),
}
export const sheetPreviewSchema = v.strictObject(sheetPreview)
export type SheetPreview = v.InferOutput<typeof sheetPreviewSchema>

/** A file made for the caller; `url` is good for ten minutes. */
export const handedOut = v.strictObject({ name: v.string(), url: v.string() })

/** A file of a zip that is not taken, and why: a code of attachment.begin or attachment.confirm (contract/attachment.ts). */
export const refusedPhoto = v.strictObject({ name: v.string(), code: v.string() })
export type RefusedPhoto = v.InferOutput<typeof refusedPhoto>

/**
 * Unpacks photos of a staged zip, some seconds' worth of them: called again with `next` until that is null. The photos are the caller's staged
 * attachments from then on. Failures: import.file-gone, import.not-arrived, import.too-large {maxBytes}, archive.broken, archive.locked,
 * archive.too-large, import.not-a-zip.
 */
export const unpackPhotos = command('import.unpack', {
  input: v.strictObject({ packId: id, from: count }),
  output: v.strictObject({
    next: v.nullable(count), total: count,
    /** Of this part. */
    refused: v.array(refusedPhoto),
  }),
  may: 'attachment.write',
  hourly: UPLOADS,
})
