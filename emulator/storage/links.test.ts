import { createClock } from '../clock/clock'
import { checkedPath, fileIdOf, pathOf } from './file-path'
import { createLinks } from './links'

describe('signed links', () => {
  const clock = createClock(new Date('2024-08-01T00:00:00Z'))
  const links = createLinks(clock, 'key')
  const query = (text: string) => new URLSearchParams(text)

  test('a link opens its path until its end', () => {
    clock.freeze(new Date('2024-08-01T00:00:00Z'))
    const link = query(links.reading('a.jpg', 60))
    expect([links.mayRead('a.jpg', link), links.mayRead('b.jpg', link)]).toEqual([true, false])
    clock.freeze(new Date('2024-08-01T00:01:00Z'))
    expect(links.mayRead('a.jpg', link)).toBe(false)
  })
  test('an end that was moved, a link of another key, a write token and nothing open nothing', () => {
    const end = Math.floor(clock.now().getTime() / 1000) + 60
    const moved = query(links.reading('a.jpg', 60).replace(String(end), String(end + 1)))
    expect(links.mayRead('a.jpg', moved)).toBe(false)
    expect(links.mayRead('a.jpg', query(createLinks(clock, 'other').reading('a.jpg', 60)))).toBe(false)
    expect(links.mayRead('a.jpg', query(`sign=${links.writing('a.jpg').split('.')[1]}&t=${links.writing('a.jpg').split('.')[0]}`))).toBe(false)
    expect([links.mayRead('a.jpg', query('')), links.mayWrite('a.jpg', ''), links.mayWrite('b.jpg', links.writing('a.jpg'))]).toEqual([false, false, false])
  })
})

describe('paths of files', () => {
  test('a file id leads back to its path, a foreign one nowhere', () => {
    expect(pathOf(fileIdOf('文件/a 1.jpg'))).toBe('文件/a 1.jpg')
    for (const foreign of ['cloud://other/a', fileIdOf('../a'), fileIdOf(''), 5, undefined]) expect(pathOf(foreign)).toBeUndefined()
  })
  test.each([['a'], ['a/b.c'], ['..a/b..'], ['中'.repeat(283)]])('«%s» is a path', (path) => {
    expect(checkedPath(path)).toBe(path)
  })
  test.each([[''], ['/a'], ['a/'], ['a//b'], ['..'], ['a/../b'], ['a\\b'], ['a\nb'], ['中'.repeat(284)]])('%j is none', (path) => {
    expect(() => checkedPath(path)).toThrow('no path')
  })
})
