import { daysBetween, type CivilDay } from '../kernel/civil-day'
import { tidy } from '../kernel/text'

/** 借出 of the paper itself (B36). `dueOn`: 应还日. */
export interface Loan { borrower: string; lentOn: CivilDay; dueOn: CivilDay }

export const ORIGINAL_LIMITS = { place: 60, borrower: 40 } as const

/** Field → code; empty when it may be lent. */
export function checkLoan({ borrower, dueOn }: { borrower: string; dueOn: CivilDay }, today: CivilDay): Record<string, string> {
  return {
    ...(tidy(borrower) === '' && { borrower: 'original.borrower-missing' }),
    ...(dueOn < today && { dueOn: 'original.due-in-past' }),
  }
}

/** Days of being late: <0 to come, 0 due today, >0 late. */
export const daysLate = ({ dueOn }: Pick<Loan, 'dueOn'>, today: CivilDay): number => daysBetween(dueOn, today)

/** Told on 应还日 and every week after it until it is back (B36): a reminder, no storm. */
export function isLoanReminded(loan: Pick<Loan, 'dueOn'>, today: CivilDay): boolean {
  const late = daysLate(loan, today)
  return late >= 0 && late % 7 === 0
}

/** Papers of a review that are at hand (B36), as the type has them today; of another cycle none is. */
export function papersAtHand(papers: readonly string[], kept: { cycle: number; have: readonly string[] } | null, cycle: number): string[] {
  return kept === null || kept.cycle !== cycle ? [] : papers.filter((paper) => kept.have.includes(paper))
}

const whose = (holderName: string, number: string): string => [holderName, number].filter((word) => word !== '').join(' ') || '一张证件'

/** What 消息 says of originals that should be back: one message a day, however many there are (B6, B36). */
export function loanNotice(loans: ReadonlyArray<Loan & { holderName: string; number: string }>, today: CivilDay): { title: string; text: string } {
  const words = loans.map(({ holderName, number, borrower, dueOn, ...loan }) => {
    const late = daysLate({ ...loan, dueOn }, today)
    return `${whose(holderName, number)}（${borrower} 借，应还 ${dueOn}${late > 0 ? `，已超 ${late} 天` : ''}）`
  })
  return { title: `${loans.length} 份原件应归还`, text: `${words.join('、')}。收回后请在证件页点「已归还」。` }
}
