/** The phone has no table. */
export const PackDesk = () => null
