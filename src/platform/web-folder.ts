/** Where this web edition lives, without the slash at the end. */
export const webFolder = (): string => `${window.location.origin}${window.location.pathname.replace(/\/[^/]*$/, '')}`
