import { LoanList } from '../../../features/certificate/original/loan-list'

definePageConfig({ navigationBarTitleText: '原件借阅' })

/** 原件借阅 (B36). */
export default function LoansPage() {
  return <LoanList />
}
