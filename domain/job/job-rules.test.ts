import * as fc from 'fast-check'
import { emptyForm } from '../certificate/certificate'
import { handedOver } from './hand-over'
import { changedForm, changesNothing, type ReminderChange } from './reminder-change'

const none: ReminderChange = { leadDays: null, sendTime: null, channels: null, addRecipientIds: [], removeRecipientIds: [] }
const people = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))

describe('B20: change of many', () => {
  test('what is not set stays as it is', () => {
    const form = { ...emptyForm(), leadDays: 30, recipientIds: ['a'] }
    expect(changedForm(form, none)).toEqual(form)
    expect(changesNothing(form, none)).toBe(true)
    expect(changedForm(form, { ...none, leadDays: 0 }).leadDays).toBe(0)
  })

  test('the same change twice changes nothing the second time, and nobody is named twice', () => {
    fc.assert(fc.property(people, people, people, (before, addRecipientIds, removeRecipientIds) => {
      const change = { ...none, addRecipientIds, removeRecipientIds }
      const once = changedForm({ ...emptyForm(), recipientIds: before }, change)
      expect(changesNothing(once, change)).toBe(true)
      expect(new Set(once.recipientIds).size).toBe(once.recipientIds.length)
    }))
  })
})

describe('B20: hand-over', () => {
  const told = { createdBy: 'a', updatedBy: 'b', relatedRoles: ['creator' as const, 'editor' as const], recipientIds: ['c'] }

  test('the successor is named where the leaver was told by role, and the others are told as before', () => {
    expect(handedOver(told, { from: 'a', to: 'z' })).toEqual({ relatedRoles: ['editor'], recipientIds: ['c', 'z'] })
    expect(handedOver(told, { from: 'c', to: 'z' })).toEqual({ relatedRoles: ['creator', 'editor'], recipientIds: ['z'] })
  })

  test('a certificate that does not tell the leaver stays as it is, also after it was handed over', () => {
    expect(handedOver(told, { from: 'x', to: 'z' })).toBeNull()
    fc.assert(fc.property(people, (recipientIds) => {
      const first = handedOver({ ...told, recipientIds }, { from: 'a', to: 'z' })
      expect(first && handedOver({ ...told, ...first }, { from: 'a', to: 'z' })).toBeNull()
    }))
  })
})
