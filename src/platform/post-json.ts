import Taro from '@tarojs/taro'

/** Posts JSON and answers the body that came back, whatever its status. Throws without a network or without JSON. */
export const postJson = async (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<unknown> => {
  const { data } = await Taro.request<unknown>({ url, method: 'POST', data: JSON.stringify(body), header: { 'content-type': 'application/json', ...headers }, dataType: 'json' })
  if (typeof data !== 'object' || data === null) throw new Error('The answer is not JSON.')
  return data
}
