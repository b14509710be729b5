import { useEffect, useState } from 'react'
import { emulatorUser } from './emulator-user'
import { postJson } from './post-json'
import { putFile } from './put-file'
import { session } from './session'
import type { WebDoor } from './web-door-type'
import './web-door.emulator.scss'

const user = emulatorUser

const sendAs = async (openid: string, call: unknown): Promise<unknown> => {
  const answer = await postJson('/_emulator/functions/api', { data: call }, { 'x-emulator-openid': openid })
  if ('result' in (answer as object)) return (answer as { result: unknown }).result
  throw new Error('The emulator answered without a result.')
}

const sendBySession: WebDoor['send'] = (call) => {
  const token = session.token()
  return postJson('/api', call, token === null ? {} : { authorization: `Bearer ${token}` })
}

const Bar = () => (
  <div className='ubar'>
    <span className='grow'>本机演示，{user === null ? '网页版' : `微信用户 ${user}`}</span>
    <a href='/_emulator/'>控制台</a>
  </div>
)

interface Phone { openid: string; name: string }

/** Stands for taking a phone in hand and scanning: the page that the code opens, as one of WeChat's pretend people. */
const Phones = ({ path, scene }: { path: string; scene: string }) => {
  const [phones, setPhones] = useState<readonly Phone[]>([])
  useEffect(() => {
    void fetch('/_emulator/wechat/users').then(async (answer) => setPhones(await answer.json() as Phone[])).catch(() => undefined)
  }, [])
  return (
    <div className='uphones'>
      <span>本机演示，用谁的手机扫：</span>
      {phones.map(({ openid, name }) => <a key={openid} href={`/?as=${encodeURIComponent(openid)}#${path}?scene=${scene}`} target='_blank' rel='noopener'>{name}</a>)}
    </div>
  )
}

/** Takes the place of web-door.ts in the build for the emulator, and only there. */
export const webDoor: WebDoor = {
  send: (call) => (user === null ? sendBySession(call) : sendAs(user, call)),
  uploadWay: user === null ? 'put' : 'cloud',
  uploadTo: user === null ? null : (path, file, onProgress) => putFile({ url: `/_emulator/upload?path=${encodeURIComponent(path)}`, headers: { 'x-emulator-openid': user } }, file, onProgress),
  isWeChatUser: () => user !== null,
  bar: () => <Bar />,
  phonesNear: (path, scene) => <Phones path={path} scene={scene} />,
}
