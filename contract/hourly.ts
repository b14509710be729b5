/**
 * How often one account may ask for the same in an hour. Far above what work needs and far below what a script that empties a hospital needs;
 * log-in, bind codes and web log-in codes are counted by address and WeChat user besides (architecture §8).
 */

/** Files put up one by one: nine for each of 200 certificates; and parts of a zip, some seconds' worth each. */
export const UPLOADS = 2000
/** Zips and books of an import. */
export const IMPORTS = 60
/** Books of a list as filtered, and papers put together for a review. */
export const EXPORTS = 60
/** Files that hold nobody's data, or only what the caller handed in. */
export const SHEETS = 120
/** One-time codes handed out one by one: a hospital of some hundreds on its first day. */
export const CODES = 500
/** Links to the scans of a review, asked page by page. */
export const LINKS = 1000
/** Whole numbers of others shown one by one. */
export const UNMASKED = 300
