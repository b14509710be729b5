/** A rate in tenths of a percent as it is read: 「87.5%」; 「—」 where nobody needs anything (B31). */
export const rateWords = (rate: number | null): string => (rate === null ? '—' : `${rate % 10 === 0 ? rate / 10 : (rate / 10).toFixed(1)}%`)
