import { randomUUID } from 'node:crypto'
import { CloudError, codedError } from '../cloud-error'
import { PLATFORM_SECRET_ID, PLATFORM_SECRET_KEY } from '../functions/environment'
import type { Incoming } from '../http/incoming'
import { jsonReply, type Reply } from '../http/reply'
import { readMultipart } from './multipart'
import type { Actions, Parameters } from './request'
import { applies } from '../rules/rules'
import { isSignedBy, type SignedFields } from './signature'

/** An action whose reply is bytes of its own kind. */
export type RawAction = (parameters: Parameters, parts: ReadonlyMap<string, Buffer>) => Promise<Reply> | Reply

export interface AdminSetup {
  actions: Actions
  /** Actions sent as forms (`wx.openApi`). */
  rawActions: Readonly<Record<string, RawAction>>
  onFault: (error: unknown) => void
}

const isOurs = (authorization: string): boolean => authorization.startsWith(`TC3-HMAC-SHA256 Credential=${PLATFORM_SECRET_ID}/`)

const refuseStranger = (authorization: string): void => {
  if (!isOurs(authorization) && applies('wire.signed')) throw new CloudError('SIGN_PARAM_INVALID', `requests must be signed with the secret id ${PLATFORM_SECRET_ID}`)
}

const refuseForger = (incoming: Incoming, fields: SignedFields): void => {
  if (applies('wire.signature') && isOurs(incoming.header('authorization')) && !isSignedBy(PLATFORM_SECRET_KEY, incoming, fields)) throw new CloudError('SIGN_PARAM_INVALID', 'the signature does not fit the request')
}

const parametersOf = (body: Buffer): Parameters => {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Parameters
  } catch {
    // Falls through: garbage and a list are refused alike.
  }
  if (!applies('wire.object')) return {}
  throw new CloudError('INVALID_PARAM', 'the body must be a JSON object')
}

const actionOf = <T>(actions: Readonly<Record<string, T>>, parameters: Parameters): T => {
  const name = String(parameters.action)
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) throw new CloudError('INVALID_ACTION', `the emulator does not know the action ${name}`)
  return action
}

const replyTo = async (incoming: Incoming, setup: AdminSetup): Promise<Reply> => {
  refuseStranger(incoming.header('authorization'))
  const type = incoming.header('content-type')
  if (type.startsWith('multipart/form-data')) {
    const parts = readMultipart(await incoming.body(), type)
    refuseForger(incoming, parts)
    const parameters = Object.fromEntries([...parts].filter(([name]) => name !== 'requestData').map(([name, bytes]) => [name, bytes.toString('utf8')]))
    return actionOf(setup.rawActions, parameters)(parameters, parts)
  }
  const parameters = parametersOf(await incoming.body(applies('wire.size') ? undefined : Infinity))
  refuseForger(incoming, parameters)
  if (!applies('wire.actions') && !Object.hasOwn(setup.actions, String(parameters.action))) return jsonReply(200, { requestId: randomUUID() })
  const fields = await actionOf(setup.actions, parameters)({ parameters, source: incoming.header('x-tcb-source').replace(/^,/, '') })
  return jsonReply(200, { ...(applies('wire.request-id') && { requestId: randomUUID() }), ...fields })
}

/** `/admin`: one request of a server SDK. It always answers 200; refusals are a code and a message, as in the cloud. */
export const serveAdmin = (setup: AdminSetup) => async (incoming: Incoming): Promise<Reply> => {
  try {
    return await replyTo(incoming, setup)
  } catch (thrown) {
    const { code, message } = codedError(thrown)
    if (code === 'SYS_ERR') setup.onFault(thrown)
    return jsonReply(applies('wire.status') ? 200 : 400, { requestId: randomUUID(), code, message })
  }
}
