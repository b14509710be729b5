/** The classes of a field's frame. */
export const fieldClass = ({ last, error, full }: { last?: boolean; error?: string; full?: boolean }): string =>
  ['fld', last ? 'fld--last' : '', error ? 'fld--wrong' : '', full ? 'fld--full' : ''].filter(Boolean).join(' ')
