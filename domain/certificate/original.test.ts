import fc from 'fast-check'
import { addDays } from '../kernel/civil-day'
import { checkLoan, isLoanReminded, loanNotice, papersAtHand } from './original'

const TODAY = '2026-11-25'

test('B36: a loan needs a borrower and a day that is not over', () => {
  expect(checkLoan({ borrower: '  ', dueOn: '2026-11-24' }, TODAY)).toEqual({ borrower: 'original.borrower-missing', dueOn: 'original.due-in-past' })
  expect(checkLoan({ borrower: '王五', dueOn: TODAY }, TODAY)).toEqual({})
})

test('B36: a borrowed original is asked back on 应还日 and then once a week, never before', () => {
  fc.assert(fc.property(fc.integer({ min: -60, max: 60 }), (late) => {
    expect(isLoanReminded({ dueOn: addDays(TODAY, -late) }, TODAY)).toBe(late >= 0 && late % 7 === 0)
  }))
})

test('B36: papers at hand are those of this cycle that the type still asks for', () => {
  const kept = { cycle: 2, have: ['申请表', '旧表'] }
  expect(papersAtHand(['申请表', '体检表'], kept, 2)).toEqual(['申请表'])
  expect(papersAtHand(['申请表'], kept, 3)).toEqual([])
  expect(papersAtHand(['申请表'], null, 1)).toEqual([])
})

test('B36: the message names whose paper it is, who has it and how late it is', () => {
  const loans = [{ holderName: '张三', number: 'C1', borrower: '王五', lentOn: '2026-11-01', dueOn: TODAY }, { holderName: '', number: '', borrower: '李四', lentOn: '2026-11-01', dueOn: '2026-11-18' }]
  expect(loanNotice(loans, TODAY)).toEqual({
    title: '2 份原件应归还', text: '张三 C1（王五 借，应还 2026-11-25）、一张证件（李四 借，应还 2026-11-18，已超 7 天）。收回后请在证件页点「已归还」。',
  })
})
