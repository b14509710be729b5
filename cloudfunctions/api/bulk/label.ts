/** By which a person knows a certificate in a list of rows. */
export const labelOf = ({ number, holderName }: { number: string; holderName: string }): string => [holderName, number].filter((part) => part !== '').join(' · ')
