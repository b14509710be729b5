import { pastedHolidays, withHolidays } from './pasted-holidays'

const daysOf = (text: string) => pastedHolidays(text).holidays.map(({ name, from, to }) => `${name} ${from} ${to}`)

test('B11: holidays are read as the State Council’s notice writes them', () => {
  expect(daysOf('一、元旦：2027年1月1日（周五）至3日（周日）放假，共3天。\n二、春节：2027年2月5日（周五）至2月11日（周四）放假调休，共7天')).toEqual([
    '元旦 2027-01-01 2027-01-03', '春节 2027-02-05 2027-02-11',
  ])
})

test('B11: and as a table writes them, with one day or two', () => {
  expect(daysOf('清明节\t2027-04-05\n2027/5/1 - 2027/5/5 劳动节\n国庆节 2027.10.1~2027.10.7\n2028-01-01')).toEqual([
    '清明节 2027-04-05 2027-04-05', '劳动节 2027-05-01 2027-05-05', '国庆节 2027-10-01 2027-10-07', '节假日 2028-01-01 2028-01-01',
  ])
})

test('a line without a day, with a day that is none or that ends before it begins is given back with its number', () => {
  expect(pastedHolidays('放假安排\n\n元旦 2027-02-30\n春节 2027-02-11 2027-02-05')).toEqual({
    holidays: [], unread: [{ line: 1, text: '放假安排' }, { line: 3, text: '元旦 2027-02-30' }, { line: 4, text: '春节 2027-02-11 2027-02-05' }],
  })
})

test('the same days are not entered twice, and the list is by date', () => {
  const [spring, newYear] = [{ name: '春节', from: '2027-02-05', to: '2027-02-11' }, { name: '元旦', from: '2027-01-01', to: '2027-01-03' }]
  expect(withHolidays([spring], [newYear, { ...spring, name: '新春' }])).toEqual([newYear, spring])
})
