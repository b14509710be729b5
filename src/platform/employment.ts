/** What somebody answered WeChat: `binding` as staff of the hospital, `message` for the template. */
export interface EmploymentAnswer { binding: 'accept' | 'reject'; message: 'accept' | 'reject' }

/** A browser cannot put WeChat's question. */
export const canAskEmployment = (): boolean => false
export const askEmployment: (templateId: string, related: boolean) => Promise<EmploymentAnswer | null> = () => Promise.resolve(null)
