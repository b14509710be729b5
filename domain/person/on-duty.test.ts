import { onDuty, type OnDutyFacts } from './on-duty'

const people: Readonly<Record<string, OnDutyFacts>> = {
  陈: { presence: 'present', employment: 'permanent' }, 规: { presence: 'present', employment: 'resident' }, 进: { presence: 'present', employment: 'visiting' },
  假: { presence: 'away', employment: 'permanent' }, 走: { presence: 'left', employment: 'contract' },
}
const ask = (...names: string[]) => onDuty(names, (name) => people[name] ?? null)

test('B35: who is 暂离 or has left is not called, and whose record is not known is', () => {
  expect(ask('陈', '假', '走', '无档案')).toEqual({ alone: ['陈', '无档案'], supervised: [], absent: ['假', '走'] })
})

test('B35: 规培 and 进修 operate under somebody who may by himself, and not at all when nobody is there', () => {
  expect(ask('规', '陈', '进')).toEqual({ alone: ['陈'], supervised: ['规', '进'], absent: [] })
  expect(ask('规', '假')).toEqual({ alone: [], supervised: [], absent: ['假'] })
})
