import { saveType } from '../../../contract/type'
import { checkType, tidyType, type CertificateType } from '../../../domain/certificate/type'
import { TYPE_PRESETS } from '../../../domain/certificate/type-presets'
import { fail, failOnFields } from '../../../domain/kernel/failure'
import { changes, type Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { reckonAnew, wantReckoning } from '../../../cloud/repositories/reckon-anew'
import { typeDoc, typeDocId, typesOf } from '../../../cloud/repositories/rules'

interface Before { type: CertificateType; version: number }

/** As it is now: edited, proposed, or not there at all. Failures: `not-found`, `type.changed-meanwhile` {version}. */
async function beforeOf(asked: { id: string; version: number }, caller: SignedIn, { tx }: Work<unknown>): Promise<Before> {
  const stored = await typeDoc(tx, caller.institutionId, asked.id)
  const proposed = TYPE_PRESETS.find(({ id }) => id === asked.id)
  const type = stored?.type ?? proposed ?? fail('not-found')
  const version = stored?.version ?? 0
  return version === asked.version ? { type, version } : fail('type.changed-meanwhile', { version })
}

const sameRules = (a: CertificateType, b: CertificateType): boolean => JSON.stringify(a.rules) === JSON.stringify(b.rules)

async function write(type: CertificateType, before: Before | null, { caller, work }: { caller: SignedIn; work: Work<unknown> }): Promise<number> {
  const { tx, now } = work
  const { institutionId, accountId } = caller
  const known = await typeDoc(tx, institutionId, type.id)
  const { createdBy, createdAt } = known ?? { createdBy: accountId, createdAt: now }
  const version = before ? before.version + 1 : 1
  await tx.set('certificate_types', { _id: typeDocId(institutionId, type.id), schema: 1, institutionId, version, createdBy, createdAt, updatedBy: accountId, updatedAt: now, type })
  if (before !== null && !sameRules(before.type, type)) await wantReckoning(tx, { institutionId, accountId, now }, [type.id])
  return version
}

/** Saves a type; its certificates' plans follow when its rules of reminding changed. */
export const save = changes(saveType, {
  async prepare({ id, type }, { institutionId }, { store }) {
    failOnFields('invalid-input', checkType({ ...type, id: id ?? '' }))
    const name = tidyType({ ...type, id: '' }).name
    if ((await typesOf(store, institutionId)).some((other) => other.type.id !== id && other.type.name === name)) fail('type.name-taken')
    return null
  },
  async run({ id, version, type: typed }, caller, work) {
    const before = id === null ? null : await beforeOf({ id, version }, caller, work)
    const type = tidyType({ ...typed, id: id ?? work.chance.newId() })
    const saved = await write(type, before, { caller, work })
    return {
      output: { id: type.id, version: saved },
      audit: [{ subject: type.id, before: before?.type ?? null, after: type }],
      afterwards: async () => { await reckonAnew(work.store, caller.institutionId, work.now) },
    }
  },
})
