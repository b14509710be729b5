import { exportYearPlan } from '../../../contract/year-plan'
import { departmentsOfPaper, NO_DEPARTMENT, placeInPlan, planMonths, reviewBy, yearPlan } from '../../../domain/certificate/year-plan'
import { activeHandling } from '../../../domain/certificate/validity'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import type { PlannedDoc } from '../../../cloud/repositories/certificates-review'
import { writeBook, type WrittenSheet } from '../../../cloud/sheets/write-xlsx'
import { handOut, MOST_ROWS, type HandedOut } from '../exports/hand-out'
import { planFacts, type PlanFacts } from './gather'

const NAME = '复审培训计划'
const NONE = '未分科室'
const LATE = '已过期'

const departmentWords = (id: string, { departmentName }: PlanFacts): string => (id === NO_DEPARTMENT ? NONE : departmentName(id))

/** 月 × 科室 × 类型: how many. */
function counted(facts: PlanFacts, today: CivilDay): WrittenSheet {
  const columns = [{ header: '科室', width: 20 }, { header: '证件类型', width: 28 }, { header: LATE, width: 8 }, ...planMonths(today).map((header) => ({ header, width: 9 })), { header: '合计', width: 8 }]
  const rows = yearPlan(facts.papers, { ...facts, today }).map(({ departmentId, typeId, late, months }) =>
    [departmentWords(departmentId, facts), facts.typeName(typeId), ...[late, ...months, months.reduce((sum, n) => sum + n, late)].map((n) => (n === 0 ? '' : String(n)))])
  return { name: '计划', columns, batches: [rows.sort((a, b) => (a.join() < b.join() ? -1 : 1))] }
}

const DETAIL = [
  { header: '月份', width: 10 }, { header: '科室', width: 20 }, { header: '证件类型', width: 28 }, { header: '姓名', width: 12 }, { header: '证件号', width: 20 },
  { header: '可操作设备', width: 24 }, { header: '有效期至', width: 14 }, { header: '最晚提交复审', width: 14 }, { header: '办理情况', width: 14 },
]
const handledWords = ({ handling }: PlannedDoc, today: CivilDay): string => (activeHandling(handling, today)?.kind === 'review' ? '已提交复审' : '')

/** Who is meant, each under his month; one of several departments in each. */
function detailed(facts: PlanFacts, today: CivilDay): string[][] {
  const months = planMonths(today)
  return facts.papers.flatMap((paper) => {
    const review = facts.reviewDaysOf(paper.typeId)
    const place = placeInPlan(paper.expiresOn, review, today)
    if (place === null) return []
    const rest = [facts.typeName(paper.typeId), paper.holderName, facts.told(paper.number), paper.operableDevice, paper.expiresOn, review > 0 ? reviewBy(paper.expiresOn, review) : '', handledWords(paper, today)]
    return departmentsOfPaper(paper.departmentIds, facts.departmentIds).map((id) => [place < 0 ? LATE : months[place] ?? '', departmentWords(id, facts), ...rest])
  })
}

/** The late ones first, then by month. */
const byMonth = (a: readonly string[], b: readonly string[]): number => {
  const key = ([month = '', ...rest]: readonly string[]): string => `${month === LATE ? '' : month}|${rest.join('|')}`
  return key(a) < key(b) ? -1 : 1
}

interface Written extends HandedOut { rows: number }

/** The plan as a file: what is to be done in which month, and by whom (B36). A repeated call makes another file. */
export const exportPlan = changes(exportYearPlan, {
  secret: true,
  async prepare(asked, caller, scene): Promise<Written> {
    const facts = await planFacts(asked, caller, scene)
    const rows = detailed(facts, scene.today).sort(byMonth)
    if (rows.length === 0) fail('export.nothing')
    if (rows.length > MOST_ROWS) fail('export.too-many', { rows: rows.length, max: MOST_ROWS })
    const bytes = await writeBook([counted(facts, scene.today), { name: '名单', columns: DETAIL, batches: [rows] }])
    return { ...await handOut({ name: `${NAME} ${scene.today}`, bytes }, caller, scene), rows: rows.length }
  },
  async run(asked, caller, { tx, prepared: { upload, url, rows } }) {
    await tx.add('uploads', upload)
    return { output: { name: upload.name, url, rows }, audit: [{ subject: caller.institutionId, before: null, after: { ...asked, rows } }] }
  },
})
