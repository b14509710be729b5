import fc from 'fast-check'
import { tableOf } from '../sheet/columns'
import { checkWord } from './entry'
import { DICTIONARY_COLUMNS } from './sheet-columns'
import { readEntries } from './sheet-row'
import { dictionaryProblemWords } from './sheet-words'

test('S52, B23: a list of departments alone is read by its own words, and so is any sheet with a column per dictionary', () => {
  const { rows, missing } = tableOf([['部门名称', '院区', '单位'], ['CT室', '东院', '/'], ['', '', '台(套)']], DICTIONARY_COLUMNS)
  expect(missing).toEqual([])
  expect(rows.map(({ cells }) => readEntries(cells))).toEqual([
    { department: 'CT室', parent: '东院', words: [], problems: [] },
    { department: '', parent: '', words: [{ kind: 'unit', name: '台(套)' }], problems: [] },
  ])
})

test('B23: a parent without its department says so, and whatever stands in the cells, every problem has words of its own', () => {
  const empty = { department: '', parent: '', 'device-name': '', 'device-type': '', maintainer: '', unit: '' }
  expect(readEntries({ ...empty, parent: '东院' }).problems.map(dictionaryProblemWords)).toEqual(['科室：只写了上级「东院」，没有写科室'])
  const cell = fc.oneof(fc.string(), fc.constantFrom('', '无', '眼科', '长'.repeat(101)))
  fc.assert(fc.property(fc.record({ department: cell, parent: cell, 'device-name': cell, 'device-type': cell, maintainer: cell, unit: cell }), (cells) => {
    const { problems, words } = readEntries(cells)
    expect(problems.map(dictionaryProblemWords).filter((said) => said.includes('填得不对'))).toEqual([])
    expect(words.every(({ name }) => checkWord(name) === null) || problems.length > 0).toBe(true)
  }))
})
