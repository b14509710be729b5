/** The table is of the web edition; this keeps it out of the mini-program. */
export const DictionaryDesk = () => null
