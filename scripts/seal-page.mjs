// The web edition's own word for what its page may load, for a hosting that adds no headers: config/web-headers.json, as far as a page can say it.
import { readFileSync, writeFileSync } from 'node:fs'

/** A page cannot say who may frame it; that takes the header. */
const HEADER_ONLY = /^frame-ancestors /

/** The policy with the address of the functions among what may be asked, and without what only a header can say. */
export const pagePolicy = (policy, apiBase) => policy.split('; ')
  .filter((directive) => !HEADER_ONLY.test(directive))
  .map((directive) => (directive.startsWith('connect-src ') && /^https?:/.test(apiBase) ? `${directive} ${new URL(apiBase).origin}` : directive))
  .join('; ')

/** Writes the policy and the referrer's rule into the built page, before anything that loads. */
export const sealPage = (file, apiBase) => {
  const headers = JSON.parse(readFileSync('config/web-headers.json', 'utf8'))
  const policy = pagePolicy(headers['content-security-policy'], apiBase)
  const page = readFileSync(file, 'utf8')
  if (/<script(?![^>]*\bsrc=)/.test(page)) throw new Error(`${file} holds a script of its own, which its policy forbids.`)
  const sealed = page.replace(/<meta charset="utf-8">/, (charset) =>
    `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="${headers['referrer-policy']}">`)
  if (sealed === page) throw new Error(`${file} has no place for its policy.`)
  writeFileSync(file, sealed)
}
