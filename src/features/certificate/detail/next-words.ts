import { activeHandling } from '../../../../domain/certificate/validity'
import type { CivilDay } from '../../../../domain/kernel/civil-day'
import { momentWords, shortDay } from '../day-words'
import type { LoadedCertificate } from '../draft'
import { HANDLING_WORDS, holdWords } from '../wording'

type Handling = NonNullable<LoadedCertificate['handling']>

/** When it is told next, or why it is not. */
export const nextWords = ({ nextSendAt, holdReason }: Pick<LoadedCertificate, 'nextSendAt' | 'holdReason'>): string =>
  nextSendAt === null ? holdWords(holdReason ?? '') : `下次提醒 ${momentWords(new Date(nextSendAt))}`

const silence = ({ kind, until }: Handling): string => {
  if (kind === 'revoked') return '此证停止提醒'
  return until === null ? '不再提醒' : `${until} 起恢复提醒`
}

/** 「李四 11-20 09:12 已提交复审，受理号 FS2026-1123，2026-12-13 起恢复提醒」 */
export const handledWords = (handling: Handling): string => [
  `${handling.by} ${shortDay(handling.at)} ${HANDLING_WORDS[handling.kind]}`,
  ...(handling.reference === '' ? [] : [`受理号 ${handling.reference}`]),
  silence(handling),
].join('，')

/** The handling that keeps it silent today; one whose day has come is history. */
export const standing = ({ handling }: Pick<LoadedCertificate, 'handling'>, today: CivilDay): Handling | null => activeHandling(handling, today)
