import fc from 'fast-check'
import { clip, foldWidth, lengthOf, shorten, stripControls, tidy } from './text'

const anyText = fc.string({ unit: 'binary', maxLength: 60 })

describe('text', () => {
  test('S17: full-width signs, letters and blanks become half-width, Han stays', () => {
    expect(foldWidth('直读式ｘ－ｒ　辐射（率）；１２')).toBe('直读式x-r 辐射(率);12')
  })

  test('what cannot be seen is dropped, a break becomes a blank', () => {
    expect(stripControls('裂\u200b隙灯\r\nSL\u0000-2G\ufeff')).toBe('裂隙灯 SL-2G')
    expect(stripControls('a\ud800b')).toBe('ab')
    expect(tidy('  张 三\n')).toBe('张 三')
  })

  test('a rare Han character counts as one and is never halved', () => {
    expect(lengthOf('𠮷田')).toBe(2)
    expect(clip('𠮷田', 1)).toBe('𠮷')
  })

  test('clipping never exceeds the bound and keeps the beginning', () => {
    fc.assert(fc.property(anyText, fc.nat(30), (text, max) => {
      expect(lengthOf(clip(text, max))).toBeLessThanOrEqual(max)
      expect(text.startsWith(clip(text, max))).toBe(true)
    }))
  })

  test('a cut shows, and only a cut', () => {
    expect(shorten('环境监测用x-r辐射', 6)).toBe('环境监测用…')
    expect(shorten('裂隙灯', 3)).toBe('裂隙灯')
    fc.assert(fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, max) => {
      expect(lengthOf(shorten(text, max))).toBeLessThanOrEqual(max)
    }))
  })
})
