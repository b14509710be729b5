import { inTreeOrder, pathTo, withDescendants } from './department'

const tree = [
  { id: 'east', parentId: null },
  { id: 'imaging', parentId: 'east' },
  { id: 'ct', parentId: 'imaging' },
  { id: 'mr', parentId: 'imaging' },
  { id: 'eye', parentId: 'east' },
]

describe('departments', () => {
  test('a scope holds what lies below it, each once', () => {
    expect(withDescendants(tree, ['imaging', 'ct']).sort()).toEqual(['ct', 'imaging', 'mr'])
    expect(withDescendants(tree, ['east'])).toHaveLength(5)
    expect(withDescendants(tree, [])).toEqual([])
  })

  test('an id that is no longer in the tree stays in the scope, so that its old things are still seen', () => {
    expect(withDescendants(tree, ['gone'])).toEqual(['gone'])
  })

  test('a path leads from the 院区 down', () => {
    expect(pathTo(tree, 'ct').map(({ id }) => id)).toEqual(['east', 'imaging', 'ct'])
    expect(pathTo(tree, 'gone')).toEqual([])
  })

  test('a cycle ends', () => {
    const ring = [{ id: 'a', parentId: 'b' }, { id: 'b', parentId: 'a' }]
    expect(withDescendants(ring, ['a']).sort()).toEqual(['a', 'b'])
    expect(pathTo(ring, 'a')).toHaveLength(2)
    expect(inTreeOrder(ring)).toHaveLength(2)
  })

  test('S52: the tree is read from above: each department, then what lies below it', () => {
    const mixed = [{ id: 'mr', parentId: 'imaging' }, { id: 'east', parentId: null }, { id: 'eye', parentId: 'east' }, { id: 'imaging', parentId: 'east' }, { id: 'lost', parentId: 'gone' }]
    expect(inTreeOrder(mixed).map(({ id }) => id)).toEqual(['east', 'eye', 'imaging', 'mr', 'lost'])
  })
})
