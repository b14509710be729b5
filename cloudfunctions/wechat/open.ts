import { addressAt } from '../../cloud/push-address'
import type { Lines, Ports } from '../../cloud/ports'
import { answerWechat } from './door'
import { plainText, readHttpCall, type HttpAnswer } from './http-event'
import { takeReceipts } from './sms-receipts'

export type OpenPorts = Pick<Ports, 'store' | 'clock' | 'secrets' | 'log' | 'lines'> & { plainAllowed: boolean }

const NOT_HERE = plainText(404, '')

/** `/wechat` takes the pushes of the environment's accounts; an institution with its own accounts has its own address, and each its own for SMS receipts. */
export async function openToProviders(event: unknown, ports: OpenPorts): Promise<HttpAnswer> {
  const call = readHttpCall(event)
  if (call === null) return plainText(405, '')
  if (/\/wechat\/?$/.test(call.path) || call.path === '') return push(event, ports.lines.shared, ports)
  const address = addressAt(ports.secrets, call.path)
  if (address === null) return NOT_HERE
  return address.kind === 'sms' ? takeReceipts(call, address.institutionId, ports) : push(event, await ports.lines.of(address.institutionId), ports)
}

async function push(event: unknown, { followers, push: keys }: Lines, ports: OpenPorts): Promise<HttpAnswer> {
  if (followers === null || keys === null) return NOT_HERE
  const { appId } = followers
  const miniAppId = keys.appIds.find((id) => id !== appId) ?? ''
  const settings = { token: keys.token, encodingKey: keys.encodingKey, appId, miniAppId, plainAllowed: ports.plainAllowed }
  return answerWechat(event, { ...ports, followers, appId, miniAppId, push: settings })
}
