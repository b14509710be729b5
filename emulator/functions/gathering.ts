/** Work under way that somebody can wait for. */
export interface Gathering {
  join(work: Promise<unknown>): void
  /** Resolves when nobody is left, late comers included. */
  dispersed(): Promise<void>
}

export const createGathering = (): Gathering => {
  const members = new Set<Promise<unknown>>()
  return {
    join: (work) => {
      members.add(work)
      const leave = (): void => { members.delete(work) }
      work.then(leave, leave)
    },
    dispersed: async () => {
      while (members.size > 0) await Promise.allSettled([...members])
    },
  }
}
