export type Consent = 'accept' | 'reject' | 'ban' | 'filter'

/** A browser cannot ask for WeChat's subscription; the button for it is not shown there. */
export const canSubscribe = (): boolean => false
export const requestSubscription: (templateId: string) => Promise<Consent | null> = () => Promise.resolve(null)
