/** Brings a part of the page into sight; one that is not there leaves the page where it is. */
export const reveal = (id: string): void => document.getElementById(id)?.scrollIntoView?.({ block: 'center' })
