import fc from 'fast-check'
import { deviceLink, meantBy, scannedDevice } from './link'
import { LABEL_SIZES, millimetres } from './size'

describe('B24: the code on a label', () => {
  test('is the web edition’s address with the device, and is understood however it comes back', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9_:.-]{1,128}$/), (id) => {
      const link = deviceLink('https://hospital.example', id)
      expect(meantBy(link)).toEqual({ id })
      expect(scannedDevice({ q: encodeURIComponent(link) })).toBe(id)
      expect(scannedDevice({ q: link })).toBe(id)
      expect(scannedDevice({ scene: encodeURIComponent(id) })).toBe(id)
      expect(scannedDevice({ id })).toBe(id)
    }))
  })

  test('a 唯一码 typed by hand is understood, anything else is not, and nothing that is read crashes', () => {
    expect(meantBy(' 000059 ')).toEqual({ code: '000059' })
    expect(meantBy('59')).toEqual({ code: '000059' })
    expect(meantBy('1234567')).toBeNull()
    expect(meantBy('http://other.example/')).toBeNull()
    expect(meantBy('?device=%zz')).toBeNull()
    expect(scannedDevice({})).toBe('')
    fc.assert(fc.property(fc.string(), fc.string(), (q, scene) => { scannedDevice({ q, scene }); meantBy(q) }))
  })

  test('S17: what a scanner types in full width under a Chinese input method is understood', () => {
    expect(meantBy('０００５９')).toEqual({ code: '000059' })
    expect(meantBy('ｈｔｔｐｓ：／／ｈｏｓｐｉｔａｌ．ｅｘａｍｐｌｅ／？ｄｅｖｉｃｅ＝ｄｅｖ－００００５９')).toEqual({ id: 'dev-000059' })
  })

  test('sizes are millimetres', () => {
    expect(LABEL_SIZES.map(millimetres)).toEqual([{ width: 40, height: 30 }, { width: 50, height: 30 }, { width: 70, height: 50 }])
  })
})
