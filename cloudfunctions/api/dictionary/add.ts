import { addWords } from '../../../contract/dictionary'
import { changes } from '../../../cloud/gate/verb'
import { wordDoc, wordsNamed } from '../../../cloud/repositories/dictionary'
import { keptName } from './rename'

/** New words of one kind; who adds one that is there already changes nothing. */
export const add = changes(addWords, {
  async prepare({ kind, names }, { institutionId }, scene) {
    const wanted = [...new Set(names.map(keptName))]
    const there = new Set((await wordsNamed(scene.store, { institutionId, kind }, wanted)).map(({ name }) => name))
    return Promise.all(wanted.filter((name) => !there.has(name)).map((name) => wordDoc({ institutionId, kind }, name, scene)))
  },
  async run({ kind }, { institutionId }, { tx, prepared: docs }) {
    for (const doc of docs) await tx.add('dictionary', doc)
    return { output: { added: docs.length }, audit: docs.length === 0 ? [] : [{ subject: `${institutionId}:${kind}`, before: null, after: { words: docs.map(({ name }) => name) } }] }
  },
})
