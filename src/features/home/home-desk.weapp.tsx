/** The desktop edition is not for the phone; this keeps it out of the mini-program. */
export const HomeDesk = () => null
