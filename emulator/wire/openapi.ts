import { setTimeout as pause } from 'node:timers/promises'
import { CloudError } from '../cloud-error'
import type { Functions, Invocation } from '../functions/functions'
import { mayHoldToken } from '../functions/identity'
import type { Reply } from '../http/reply'
import { isPicture, type Picture, type WechatAnswer } from '../providers/answer'
import type { Arguments, Desk } from '../providers/desk'
import type { Fault, Faults } from '../providers/faults'
import { withMessageId } from '../providers/message-ids'
import { faultAnswer } from '../providers/providers'
import type { WechatEnds } from '../providers/wechat-ends'
import type { RawAction } from './admin'
import { bytesAt, decode, encode } from './protobuf'
import type { Parameters as WireParameters } from './request'
import { applies } from '../rules/rules'

/** WeChat's own refusals of a cloud call. */
const API_NOT_FOUND = -604100
const NO_PERMISSION = -604101
const SYSTEM_ERROR = -604103
const ILLEGAL_SOURCE = -604104

const pairOf = (bytes: Buffer): [string, unknown] => {
  const pair = decode(bytes)
  const [[key], [value]] = [bytesAt(pair, 1), bytesAt(pair, 2)]
  return [String(key), JSON.parse(String(value)) as unknown]
}

/** `CommApiData { 2: openapiData { 1: repeated { 1: key, 2: value as JSON } } }`. */
const argumentsOf = (requestData: Buffer | undefined): Arguments => {
  try {
    const [data] = requestData ? bytesAt(decode(requestData), 2) : []
    return Object.fromEntries(data ? bytesAt(decode(data), 1).map(pairOf) : [])
  } catch {
    throw new CloudError('INVALID_PARAM', 'requestData is malformed')
  }
}

/** `CommOpenApiResp`; its content type must not be JSON, which would mean an error of the platform. */
const replyWith = (fields: ReadonlyArray<readonly [number, number | string | Buffer]>): Reply =>
  ({ status: 200, headers: { 'content-type': 'application/octet-stream' }, body: encode(fields) })
const refused = (errorCode: number): Reply => replyWith([[3, errorCode]])
const answered = (answer: WechatAnswer | Picture): Reply =>
  replyWith(isPicture(answer) ? [[1, answer.picture], [2, answer.contentType], [4, 200]] : [[1, withMessageId(answer)], [2, 'application/json'], [4, 200]])

export interface OpenApiSetup { functions: Functions; faults: Faults; wechat?: { desk: Desk; ends: WechatEnds } }

/** Only calls that came from the mini-program or a timer carry WeChat's token. */
const callerOf = ({ functions }: OpenApiSetup, { wxCloudApiToken }: WireParameters): Invocation | undefined => {
  const caller = typeof wxCloudApiToken === 'string' ? functions.holder(wxCloudApiToken) : undefined
  return caller && mayHoldToken(caller.identity) ? caller : undefined
}

const isPermitted = ({ functions }: OpenApiSetup, caller: Invocation, api: string): boolean =>
  functions.manifests().some((manifest) => manifest.name === caller.name && manifest.openapi.includes(api))

const refuseCaller = (setup: OpenApiSetup, parameters: WireParameters, api: string): number | undefined => {
  const caller = callerOf(setup, parameters)
  if (!caller) return applies('openapi.caller') ? ILLEGAL_SOURCE : undefined
  return isPermitted(setup, caller, api) || !applies('openapi.permission') ? undefined : NO_PERMISSION
}

const runUnderFault = async (fault: Fault | undefined, run: () => WechatAnswer | Picture): Promise<Reply> => {
  if (!fault) return answered(run())
  await pause(fault.latencyMs ?? 0)
  if (fault.cut === 'before') return refused(SYSTEM_ERROR)
  const answer = fault.code === undefined ? run() : faultAnswer(fault)
  return fault.cut === 'after' ? refused(SYSTEM_ERROR) : answered(answer)
}

/** `cloud.openapi.*`: the calling function must declare the interface in its `config.json`. */
export const openApiActions = (setup: OpenApiSetup): Readonly<Record<string, RawAction>> => ({
  'wx.openApi': async (parameters, parts) => {
    const { wechat, faults } = setup
    const api = String(parameters.apiName)
    const found = wechat?.ends.openapi.get(api)
    if (!wechat || !found) return applies('openapi.known') ? refused(API_NOT_FOUND) : answered({ errcode: 0, errmsg: 'ok' })
    const refusal = refuseCaller(setup, parameters, api)
    if (refusal !== undefined) return refused(refusal)
    const args = argumentsOf(parts.get('requestData'))
    return runUnderFault(faults.next(found.end), () => found.run(wechat.desk, args))
  },
})
