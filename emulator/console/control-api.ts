import { byId } from './element'

/** Tells something at the foot of the page for a few seconds. */
export const toast = (text: string, isBad = false): void => {
  const element = byId('toast')
  element.textContent = text
  element.hidden = false
  element.classList.toggle('bad', isBad)
  window.clearTimeout(Number(element.dataset.timer))
  element.dataset.timer = String(window.setTimeout(() => { element.hidden = true }, 4000))
}

/** One call of the control interface; throws what the emulator says. */
export const ask = async <T>(route: string, body?: unknown): Promise<T> => {
  const [method = 'GET', path = ''] = route.split(' ')
  const headers = body === undefined ? undefined : { 'content-type': 'application/json' }
  const reply = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
  const answer = (await reply.json()) as T & { message?: string }
  if (!reply.ok) throw new Error(answer.message ?? String(reply.status))
  return answer
}

/** For what a tap starts: a failure is told, not thrown. */
export const attempt = async (work: () => Promise<unknown>, done?: string): Promise<void> => {
  try {
    await work()
    if (done) toast(done)
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error), true)
  }
}
