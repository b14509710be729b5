/** The address of a page of this web edition, for a QR code; what is asked for stands behind the #, where no server sees it. null: there is none. */
export const webAddress = (path: string, params: Readonly<Record<string, string>>): string | null => {
  const query = Object.entries(params).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return `${window.location.origin}${window.location.pathname}#${path}?${query}`
}
