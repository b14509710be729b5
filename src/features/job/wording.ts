import type { JobRow, JobView } from '../../../contract/job'
import { failureWords, type WordBook } from '../../platform/failure-words'

const JOB_FAILURES: WordBook = {
  'job.incomplete': '这次提交没有传完整，没有改动任何内容。请重新提交。',
  'job.not-done': '这项任务还没有做完，请等它做完再撤销。',
  'job.no-undo': '这类任务不能撤销。',
  'import.told-since': '已经为这张证发过提醒，没有撤销，请打开核对。',
  'import.used-since': '这台设备已经有操作证或记录，没有撤销，请打开核对。',
  'import.person-used-since': '这个人已经有证件或账号，没有撤销，请打开核对。',
  'import.account-used-since': '这个账号已有人登录、改过，或已写在证件上，没有撤销，请打开核对。',
  'account.login-name-taken': '正好有人用了同一个登录名，没有重复建账号。',
  'department.not-found': '这个科室刚被停用，没有建账号。',
  'account.above-you': '您不能再给出这个角色，没有建账号。',
  'person.staff-number-taken': '正好有人录入了同一个工号，没有重复导入。',
  'import.asset-taken': '正好有人录入了同一个设备编码，没有重复导入。',
  'import.serial-taken': '正好有人录入了同一个序列号，没有重复导入。',
  'import.department-used-since': '这个科室已经有设备、人员、账号或下级，没有撤销，请打开核对。',
  'import.parent-unknown': '没有找到上级科室，没有导入。',
  'job.changed-since': '之后有人改过，没有撤销这一条，请打开核对。',
  'certificate.changed-meanwhile': '正好有人在改，请再改一次。',
}

/** A failure of the job, or the reason of a row that was not applied. */
export const jobFailureWords = (code: string, detail: string): string => failureWords(code, detail === '' ? {} : JSON.parse(detail) as Record<string, unknown>, JOB_FAILURES)

/** How many rows are through, forwards or back. */
export const doneRows = ({ state, total, applied, refused }: JobView): number =>
  (state === 'undoing' || state === 'undone' ? total - applied - refused : applied + refused)

/** The one answer of the screen. */
export function jobHeading(job: JobView): string {
  const { state, total, applied, refused } = job
  if (state === 'ready') return `共 ${total} 条，还没有开始`
  if (state === 'running') return `正在办理，${applied + refused} / ${total}`
  if (state === 'undoing') return `正在撤销，已撤销 ${doneRows(job)} 条`
  if (state === 'undone') return applied > 0 ? `已撤销 ${doneRows(job)} 条，${applied} 条没有撤销` : `已撤销 ${doneRows(job)} 条`
  return refused > 0 ? `办好 ${applied} 条，${refused} 条没有办成` : `${applied} 条全部办好`
}

export const ROW_WORDS: Readonly<Record<JobRow['state'], string>> = { pending: '等待', applied: '已办', refused: '未办', undone: '已撤销', kept: '未撤销' }
