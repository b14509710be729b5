/** What the platform keeps for itself at the top of a screen, in px: nothing in a browser. */
export const screenEdges = (): { statusBar: number; capsule: number } => ({ statusBar: 0, capsule: 0 })
