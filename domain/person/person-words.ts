import type { Employment, Presence } from './person'

/** As screens, sheets and their import say it (B27). */
export const EMPLOYMENT_WORDS: Readonly<Record<Employment, string>> = { permanent: '在编', contract: '合同', temporary: '临聘', resident: '规培', visiting: '进修', vendor: '厂家' }
export const PRESENCE_WORDS: Readonly<Record<Presence, string>> = { present: '在岗', away: '暂离', left: '离职' }
