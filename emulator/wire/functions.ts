import { CloudError } from '../cloud-error'
import type { Functions } from '../functions/functions'
import { chained } from '../functions/identity'
import { optionalText, textOf, type Actions } from './request'
import { applies } from '../rules/rules'

const eventOf = (text: string | undefined): string => {
  if (!text) return '{}'
  try {
    JSON.parse(text)
    return text
  } catch {
    if (!applies('function.event-json')) return '{}'
    throw new CloudError('INVALID_PARAM', 'request_data is no JSON')
  }
}

/** `callFunction` of the server SDKs: invoke rules do not apply, and the person behind the calling function stays the same. */
export const functionActions = (functions: Functions): Actions => ({
  'functions.invokeFunction': async ({ parameters, source }) => {
    const caller = functions.holder(optionalText(parameters, 'wxCloudApiToken') ?? '')
    const event = eventOf(applies('function.data') ? optionalText(parameters, 'request_data') : undefined)
    const result = await functions.invoke(textOf(parameters, 'function_name'), event, chained(caller?.identity, source))
    return { data: { response_data: result } }
  },
})
