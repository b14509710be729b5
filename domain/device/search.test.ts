import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { foldForSearch, MAX_TOKENS, queryTokens, searchTokens, type Pinyin } from './search'

const reading: Pinyin = (text) => ({
  full: pinyin(text, { toneType: 'none', type: 'array' }),
  initials: pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
})

const finds = (keyword: string, ...parts: string[]): boolean => {
  const tokens = new Set(searchTokens(parts, reading))
  const wanted = queryTokens(keyword)
  return wanted.length > 0 && wanted.every((token) => tokens.has(token))
}

const slitLamp = ['裂隙灯', '000055', 'SL-2G', '眼科', '服务商测试1']
const mr = ['核磁共振成像系统', '000060', 'MAGNETOM Skyra、3.0T', 'MR室']
const dental = ['口腔X射线机; 牙科影像板扫描仪', '000058', 'EZX-60; FireCR Dental', '口腔科', 'C000000010']

describe('device search', () => {
  test.each(['裂隙灯', '隙灯', '灯', '000055', '0000', '55', 'SL-2G', 'sl2g', 'ｓｌ－２ｇ', 'sl', 'lxd', 'xd', 'liexideng', 'liexi', 'xideng', '眼科 裂隙', '裂隙灯（sl-2g）'])('B19: «%s» finds the 裂隙灯', (keyword) => {
    expect(finds(keyword, ...slitLamp)).toBe(true)
  })

  test.each(['隙裂', '裂灯', '000056', 'sl-3g', 'lxdd', 'liexig', '口腔 裂隙灯'])('«%s» does not', (keyword) => {
    expect(finds(keyword, ...slitLamp)).toBe(false)
  })

  test.each(['hcgz', 'hcgzcx', 'hecigongzhen', 'cgz', 'gongzhen', 'skyra', '3.0T', '磁共振'])('B19: «%s» finds the 核磁共振', (keyword) => {
    expect(finds(keyword, ...mr)).toBe(true)
  })

  test.each(['口腔Ｘ射线机；', 'EZX-60; FireCR Dental', 'ezx60', 'firecr', 'C000000010', 'c0000', '0010', '牙科影像板扫描仪'])('S6, S17: «%s» finds the dental set', (keyword) => {
    expect(finds(keyword, ...dental)).toBe(true)
  })

  test('two numbers that differ only at their end are told apart', () => {
    expect(finds('C000000011', ...dental)).toBe(false)
  })

  test('a keyword of signs and blanks asks for nothing', () => {
    expect(queryTokens(' ；。() ')).toEqual([])
  })

  test('S17: brackets, blanks and width are folded', () => {
    expect(foldForSearch('　放射性活度计（PETCT）  RM－905ａ ')).toBe('放射性活度计(petct) rm-905a')
  })

  const hanText = fc.string({ unit: fc.constantFrom(...'医用磁共振成像设备裂隙灯口腔射线机监测仪'), minLength: 1, maxLength: 14 })

  test('every part of a Han name finds it', () => {
    fc.assert(fc.property(hanText, fc.nat(13), fc.integer({ min: 1, max: 14 }), (name, start, length) => {
      const part = name.slice(start, start + length)
      fc.pre(part !== '')
      expect(finds(part, name, '000055')).toBe(true)
    }))
  })

  test('every beginning of a model or number finds it', () => {
    const model = fc.stringMatching(/^[A-Za-z0-9]{1,20}$/)
    fc.assert(fc.property(model, fc.integer({ min: 1, max: 20 }), (word, length) => {
      expect(finds(word.slice(0, length), '裂隙灯', word)).toBe(true)
    }))
  })

  test('however long and strange the texts are, a document has at most 200 tokens, none empty, each once', () => {
    const any = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: fc.constantFrom(...'核磁共振ab12'), maxLength: 300 })), { maxLength: 8 })
    fc.assert(fc.property(any, (parts) => {
      const tokens = searchTokens(parts, (text) => ({ full: [...text].map(() => 'ma'), initials: 'm'.repeat([...text].length) }))
      expect(tokens.length).toBeLessThanOrEqual(MAX_TOKENS)
      expect(new Set(tokens).size).toBe(tokens.length)
      expect(tokens).not.toContain('')
    }))
  })
})
