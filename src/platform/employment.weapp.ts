export interface EmploymentAnswer { binding: 'accept' | 'reject'; message: 'accept' | 'reject' }

type Answered = Readonly<Record<string, unknown>>
interface Ask { tmplIds: string[]; success: (answer: Answered) => void; fail: () => void }
/** Neither is typed by Taro, and neither answers with a promise. Since base library 3.10.0. */
declare const wx: { bindEmployeeRelation?: (ask: Ask) => void; requestSubscribeEmployeeMessage?: (ask: Ask) => void }

export const canAskEmployment = (): boolean => wx.bindEmployeeRelation !== undefined && wx.requestSubscribeEmployeeMessage !== undefined

const said = (value: unknown): 'accept' | 'reject' => (value === 'accept' ? 'accept' : 'reject')

/**
 * Puts WeChat's question, the first thing that a tap does: whether he is the hospital's staff and takes the template, or, if he is bound already
 * (`related`), the template alone. `null`: he was not asked.
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/employee-relation/wx.bindEmployeeRelation.html
 */
export const askEmployment = (templateId: string, related: boolean): Promise<EmploymentAnswer | null> => new Promise((resolve) => {
  const success = (answer: Answered): void => resolve({ binding: related ? 'accept' : said(answer.bindingStatus), message: said(answer[templateId]) })
  const ask = { tmplIds: [templateId], success, fail: () => resolve(null) }
  if (related) wx.requestSubscribeEmployeeMessage?.(ask)
  else wx.bindEmployeeRelation?.(ask)
})
