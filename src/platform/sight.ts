/** Whether anybody can see the page: a hidden tab asks for nothing. */
export const inSight = (): boolean => document.visibilityState !== 'hidden'

/** Calls `again` whenever the page is hidden or seen again; the answer ends it. */
export const watchSight = (again: () => void): (() => void) => {
  document.addEventListener('visibilitychange', again)
  return () => document.removeEventListener('visibilitychange', again)
}
