/** Only the web has sessions that grow old. */
export const ProveAgain = () => null
