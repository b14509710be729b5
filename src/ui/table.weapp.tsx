/** Tables are of the web edition only: the phone lists entries. */
export const Table = () => null
