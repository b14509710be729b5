/** A browser has no agreement of WeChat's to ask for. */
export const watchPrivacy = (): void => undefined
export const answerPrivacy: (agreed: boolean) => void = () => undefined
