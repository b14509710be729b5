import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { AGREE } from '../../../platform/agree-id'
import { goTo } from '../../../platform/navigate'
import { contractName, openContract } from '../../../platform/privacy-contract'
import { AgreeButton } from '../../../ui/agree-button'
import { Button } from '../../../ui/button'
import { PageFrame } from '../../../ui/page-frame'
import './own.scss'

const USED: readonly string[] = [
  '照片、相机和文件：只在您自己选取时，作为证件附件上传。',
  '手机号：只在您点「用手机号绑定」时，用来找到您的账号。',
  '剪贴板和日历：只在您点「复制」「加到手机日历」时写入。',
]

/** Asked before anything private is used, once; whoever refuses goes on without it. */
export const AgreeScreen = ({ onAnswer }: { onAnswer: (agreed: boolean) => void }) => {
  const [name, setName] = useState('')
  useEffect(() => { void contractName().then(setName) }, [])
  return (
    <PageFrame title='隐私保护' bare back={() => onAnswer(false)}>
      <View className='priv'>
        <View className='priv__h' role='heading' aria-level='2'>用到这些时，先问您</View>
        {USED.map((line) => <View key={line} className='priv__p'>{line}</View>)}
        <View className='own-do'>
          {name !== '' && <Button kind='text' onClick={openContract}>{name}</Button>}
          <Button kind='text' onClick={() => goTo('/pages/me/account/privacy')}>隐私说明</Button>
        </View>
        <AgreeButton id={AGREE} onAgree={() => onAnswer(true)}>同意并继续</AgreeButton>
        <Button kind='text' wide onClick={() => onAnswer(false)}>不同意</Button>
        <View className='cap'>不同意也能查看证件、设备和提醒，只是不能用上面几项。</View>
      </View>
    </PageFrame>
  )
}
