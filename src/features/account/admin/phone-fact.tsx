import { View } from '@tarojs/components'
import { useState } from 'react'
import { seePhone, type ManagedAccount } from '../../../../contract/account-admin'
import { useCommand } from '../../../platform/use-operation'
import { Button } from '../../../ui/button'
import { Fact } from '../../../ui/fact'
import { accountFailure } from './wording'

/** Masked until somebody needs it; looking is on record. */
export const PhoneFact = ({ account: { id, name, phoneMasked, mayChange } }: { account: ManagedAccount }) => {
  const { run, busy, failure } = useCommand(seePhone)
  const [whole, setWhole] = useState<string | null>(null)
  const see = async () => setWhole((await run({ id }))?.phone ?? null)
  if (phoneMasked === '') return <Fact name='手机号'>没有登记，收不到短信</Fact>
  return (
    <Fact name='手机号'>
      <View className='acc-do'>
        <View className='num grow'>{whole ?? phoneMasked}</View>
        {mayChange && whole === null && <Button kind='text' busy={busy} label={`看完整号码：${name}`} onClick={() => void see()}>看完整号码</Button>}
      </View>
      {whole !== null && <View className='cap'>这次查看已记入审计日志。</View>}
      {failure && <View className='fld__e' role='alert'>{accountFailure(failure.code, failure.detail)}</View>}
    </Fact>
  )
}
