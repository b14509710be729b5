import { inCloud, inEmulator } from './fact'
import { DOCUMENTS, ERRORS, LIMITS, MULTIKEY, UNIQUE_INDEXES, UPDATE_METHODS, seen } from './sources'

const INSERT = seen('1.3', 'add / add([]): database.insertDocument, data:[EJSON strings], reply data.insertedIds[]')
const SET = seen('1.3', 'doc().set: data = plain doc, merge:false, upsert:true; reply data.updated, data.upsert_id')
const E11000 = { code: expect.stringMatching(/^DATABASE_(REQUEST_FAILED|DUPLICATE_WRITE)$/) }

const nested = (depth: number): object => (depth === 0 ? {} : { a: nested(depth - 1) })

export const documentFacts = [
  ...inCloud(
    ['a document without an _id is given one', 'insert.makes-id', INSERT, async (site) => {
      const { id } = (await site.db.collection('contract_things').add({ n: 1 })) as { id?: string }
      expect(await site.thing(String(id))).toEqual({ _id: id, n: 1 })
    }],
    ['add takes a list and answers all ids', 'insert.many', INSERT, async (site) => {
      const things = await site.things()
      expect(await things.add([{ _id: 'a' }, { _id: 'b' }])).toMatchObject({ ids: ['a', 'b'] })
      expect(await things.count()).toMatchObject({ total: 2 })
    }],
    ['a second document with one _id is refused', 'insert.unique-id', ERRORS, async (site) => {
      const things = await site.things({ _id: 'a', n: 1 })
      await expect(things.add({ _id: 'a', n: 2 })).rejects.toMatchObject(E11000)
    }],
    ['a field that begins with $ is not stored', 'document.dollar-names', seen('Addendum', 'field names that begin with `$` must be refused on insert'), async (site) => {
      const things = await site.things()
      await expect(things.add({ _id: 'a', in: [{ $x: 1 }] })).rejects.toHaveProperty('code')
    }],
    ['a document is nested 100 levels deep at most', 'document.depth', LIMITS, async (site) => {
      const things = await site.things()
      await expect(things.add({ _id: 'a', deep: nested(120) })).rejects.toHaveProperty('code')
    }],
    ['an update of where changes all that it finds', 'update.multi', seen('1.3', 'where().update: database.modifyDocument, multi:true'), async (site) => {
      const things = await site.things({ _id: 'a', n: 1 }, { _id: 'b', n: 1 })
      expect(await things.where({ n: 1 }).update({ m: 2 })).toMatchObject({ updated: 2 })
    }],
    ['set makes a document that is not there', 'update.upsert', SET, async (site) => {
      await (await site.things()).doc('new').set({ n: 1 })
      expect(await site.thing('new')).toEqual({ _id: 'new', n: 1 })
    }],
    ['set says the _id that it made', 'update.upsert-id', SET, async (site) => {
      expect(await (await site.things()).doc('new').set({ n: 1 })).toMatchObject({ upsertedId: 'new' })
    }],
    ['set replaces the whole document', 'update.replaces', SET, async (site) => {
      await (await site.things({ _id: 'a', n: 1, m: 1 })).doc('a').set({ n: 2 })
      expect(await site.thing('a')).toEqual({ _id: 'a', n: 2 })
    }],
    ['updateAndReturn hands back the document as it is then', 'update.returns', seen('1.3', 'where().updateAndReturn: database.modifyAndReturnDoc, data.updated, data.doc (EJSON string)'), async (site) => {
      const things = await site.things({ _id: 'a', n: 1 })
      expect(await things.where({ _id: 'a' }).updateAndReturn({ n: site.db.command.inc(1) })).toMatchObject({ updated: 1, doc: { _id: 'a', n: 2 } })
    }],
    ['an update with an empty object within is empty, and refused', 'update.empty', seen('1.5', '`update({meta:{}})` → empty update; must be `_.set({})`'), async (site) => {
      const things = await site.things({ _id: 'a', n: 1 })
      await expect(things.doc('a').update({ meta: {} })).rejects.toHaveProperty('code')
      expect(await things.doc('a').update({ meta: site.db.command.set({}) })).toMatchObject({ updated: 1 })
    }],
    ['updated counts what is different now, not what matched', 'update.counts-changed', UPDATE_METHODS, async (site) => {
      const things = await site.things({ _id: 'a', n: 1 }, { _id: 'b', n: 2 })
      expect(await things.where({ n: site.db.command.gt(0) }).update({ n: 2 })).toMatchObject({ updated: 1 })
    }],
    ['an update cannot change the _id', 'update.id-fixed', DOCUMENTS, async (site) => {
      const things = await site.things({ _id: 'a', n: 1 })
      await expect(things.options({ raw: true }).where({ n: 1 }).update({ $rename: { n: '_id' } })).rejects.toHaveProperty('code')
    }],
    ['remove of where takes all that it finds', 'remove.multi', seen('1.3', 'remove: database.removeDocument, query, multi'), async (site) => {
      const things = await site.things({ _id: 'a', n: 1 }, { _id: 'b', n: 1 }, { _id: 'c', n: 2 })
      await things.where({ n: 1 }).remove()
      expect((await things.get()).data).toEqual([{ _id: 'c', n: 2 }])
    }],
    ['remove says how many went', 'remove.counts', seen('1.3', 'remove: data.deleted'), async (site) => {
      const things = await site.things({ _id: 'a', n: 1 }, { _id: 'b', n: 1 })
      expect(await things.where({ n: 1 }).remove()).toMatchObject({ deleted: 2 })
    }],
    ['a unique index refuses a second document with the value, with E11000', 'unique.single', UNIQUE_INDEXES, async (site) => {
      await site.keyed().add({ _id: 'a', code: 1, tags: 'a', shelf: 'a' })
      await expect(site.keyed().add({ _id: 'b', code: 1, tags: 'b', shelf: 'b' })).rejects.toMatchObject({ ...E11000, message: expect.stringContaining('E11000') })
    }],
    ['a unique index refuses an update to a taken value', 'unique.single', UNIQUE_INDEXES, async (site) => {
      await site.keyed().add([{ _id: 'a', code: 1, tags: 'a', shelf: 'a' }, { _id: 'b', code: 2, tags: 'b', shelf: 'b' }])
      await expect(site.keyed().doc('b').update({ code: 1 })).rejects.toMatchObject(E11000)
    }],
    ['a unique index over two fields refuses the pair, not each value', 'unique.compound', UNIQUE_INDEXES, async (site) => {
      await site.keyed().add([{ _id: 'a', code: 1, tags: 'a', shelf: 1, place: 1 }, { _id: 'b', code: 2, tags: 'b', shelf: 1, place: 2 }])
      await expect(site.keyed().add({ _id: 'c', code: 3, tags: 'c', shelf: 1, place: 2 })).rejects.toMatchObject(E11000)
    }],
    ['to a unique index a missing field is null: only one document may lack it', 'unique.missing-is-null', UNIQUE_INDEXES, async (site) => {
      await site.keyed().add({ _id: 'a', tags: 'a', shelf: 'a' })
      await expect(site.keyed().add({ _id: 'b', tags: 'b', shelf: 'b' })).rejects.toMatchObject(E11000)
    }],
    ['a unique index on an array refuses an element that another document has', 'unique.elements', MULTIKEY, async (site) => {
      await site.keyed().add({ _id: 'a', code: 1, tags: ['x', 'y', 'x'], shelf: 'a' })
      await expect(site.keyed().add({ _id: 'b', code: 2, tags: ['y', 'z'], shelf: 'b' })).rejects.toMatchObject(E11000)
    }],
    ['an index over two fields refuses a document with arrays in both', 'index.parallel-arrays', MULTIKEY, async (site) => {
      await expect(site.keyed().add({ _id: 'a', code: 1, tags: 'a', shelf: 'a', left: [1], right: [2] })).rejects.toHaveProperty('code')
    }],
    ['a missing collection has a code of its own', 'collection.missing', ERRORS, async (site) => {
      await expect(site.db.collection('contract_nowhere').get()).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
    }],
    ['a collection cannot be made twice', 'collection.exists', ERRORS, async (site) => {
      await expect(site.db.createCollection('contract_things')).rejects.toHaveProperty('code')
    }],
  ),
  ...inEmulator(
    ['createCollection makes a collection', 'collection.create', seen('1.3', 'createCollection: database.addCollection'), async (site) => {
      const name = `made_${Date.now()}_${Math.random().toString(36).slice(2)}`
      await site.db.createCollection(name)
      expect(await site.db.collection(name).count()).toMatchObject({ total: 0 })
    }],
    ['the server date is the server\'s clock', 'server-date', seen('1.4', 'serverDate `{"$tcb_server_date":{"offset":ms}}`'), async (site) => {
      await (await site.things()).add({ _id: 'a', at: site.db.serverDate() })
      expect((await site.thing('a')).at).toEqual(site.bench().emulator.clock.now())
    }],
    ['the server date takes an offset', 'server-date.offset', seen('1.4', 'serverDate `{"$tcb_server_date":{"offset":ms}}`'), async (site) => {
      await (await site.things()).add({ _id: 'a', at: site.db.serverDate({ offset: 60_000 }) })
      expect((await site.thing('a')).at).toEqual(new Date(site.bench().emulator.clock.now().getTime() + 60_000))
    }],
  ),
]
