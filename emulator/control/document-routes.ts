import { EJSON } from 'bson'
import { fromWire } from '../wire/ejson'
import type { Document, Store } from '../store/types'
import { isObject, refuse, type ControlCall, type ControlRoutes, type Refusal } from './routes'

/** A document as the console edits it: extended JSON that keeps dates apart from texts. */
const written = (document: Document): string => EJSON.stringify(document, undefined, 2, { relaxed: true })

const conflict = (): Refusal => refuse(409, 'CONFLICT', 'the document is not any more as it was when it was read; nothing was written')

interface Edit { before: Document | null; after: Document | null }

const read = (value: unknown, now: Date): Document | null | undefined => {
  if (value === null) return null
  const document = typeof value === 'string' ? fromWire(value, now) : undefined
  return isObject(document) && typeof document._id === 'string' && document._id !== '' ? (document as unknown as Document) : undefined
}

const editOf = ({ before, after }: ControlCall['body'], now: Date): Edit | Refusal => {
  const edit = { before: read(before, now), after: read(after, now) }
  if (edit.before === undefined || edit.after === undefined) return refuse(400, 'INVALID_PARAM', 'before and after must each be null or the text of a document with an _id')
  if (edit.before && edit.after && edit.before._id !== edit.after._id) return refuse(400, 'INVALID_PARAM', 'an _id cannot be changed')
  return edit.before || edit.after ? (edit as Edit) : refuse(400, 'INVALID_PARAM', 'nothing to write')
}

interface Place { store: Store; name: string }

const write = async ({ store, name }: Place, { before, after }: Edit, transactionId: string): Promise<void> => {
  const { _id, ...fields } = after ?? { _id: before?._id ?? '' }
  if (!after) await store.remove(name, { _id }, { multi: false, transactionId })
  else if (before) await store.modify(name, { _id }, fields, { multi: false, upsert: false, merge: false, transactionId })
  else await store.insert(name, [after as unknown as Record<string, unknown>], transactionId)
}

/** Writes within a transaction, and only over what was read. */
const apply = async ({ store, name }: Place, edit: Edit): Promise<Document | null | Refusal> => {
  const id = (edit.before ?? edit.after)?._id ?? ''
  const transaction = store.begin()
  const [stored = null] = store.find(name, { _id: id }, {}, transaction).docs
  if ((stored && written(stored)) !== (edit.before && written(edit.before))) {
    await store.abort(transaction)
    return conflict()
  }
  await write({ store, name }, edit, transaction)
  await store.commit(transaction)
  return edit.after
}

/** One document for the editor: read as extended JSON, written only where nobody else has meanwhile. */
export const documentRoutes = (store: Store, now: () => Date): ControlRoutes => ({
  'GET documents/*': ({ tail, incoming }) => {
    const [document] = store.find(tail, { _id: incoming.query.get('id') ?? '' }).docs
    return document ? { text: written(document) } : refuse(404, 'NOT_FOUND', 'no such document')
  },
  'POST documents/*': async ({ tail, body }) => {
    const edit = editOf(body, now())
    if ('refused' in edit) return edit
    const after = await apply({ store, name: tail }, edit)
    return after && 'refused' in after ? after : { text: after && written(after as Document) }
  },
})
