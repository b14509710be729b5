import type { Incoming } from './incoming'

/** A browser page of another origin could reach loopback too, also by a name that resolves to it: both are refused. */

export const isLoopbackHost = (host: string): boolean => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host)

const isForeignOrigin = (incoming: Incoming): boolean => {
  const origin = incoming.header('origin')
  return origin !== '' && origin !== `http://${incoming.header('host')}`
}

const isForeignFetch = (incoming: Incoming): boolean => {
  const site = incoming.header('sec-fetch-site')
  const isNavigation = incoming.header('sec-fetch-mode') === 'navigate' && incoming.method === 'GET'
  return (site === 'cross-site' || site === 'same-site') && !isNavigation
}

/** Whether a browser sent this on behalf of a page that is not ours. Programs send neither header. */
export const isFromForeignPage = (incoming: Incoming): boolean => isForeignOrigin(incoming) || isForeignFetch(incoming)
