import { View } from '@tarojs/components'
import { useState } from 'react'
import { eraseOwnData } from '../../../../contract/account-own'
import { failureWords } from '../../../platform/failure-words'
import { session } from '../../../platform/session'
import { toast } from '../../../platform/toast'
import { useForget } from '../../../platform/use-forget'
import { useCommand } from '../../../platform/use-operation'
import { Button } from '../../../ui/button'
import { CheckRow } from '../../../ui/choice-row'
import { Dialog } from '../../../ui/dialog'
import { Notice } from '../../../ui/notice'
import { ERASE_WORDS, ERASED, KEPT } from './wording'

const Lines = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <View className='own-erase'>
    <View className='bold'>{title}</View>
    {lines.map((line) => <View key={line} className='own-erase__l'>{line}</View>)}
  </View>
)

/** 删除我的数据 (PIPL art. 47): what goes, what stays and why, and that it cannot be taken back, before it is done. */
export const OwnErase = () => {
  const [open, setOpen] = useState(false)
  const [sure, setSure] = useState(false)
  const { run, busy, failure, clear } = useCommand(eraseOwnData)
  const forget = useForget()
  const show = (shown: boolean) => { clear(); setSure(false); setOpen(shown) }
  const erase = async () => {
    if ((await run({})) === null) return
    session.end()
    toast('已删除，账号已停用')
    await forget()
  }
  return (
    <>
      <Button kind='text' onClick={() => show(true)}>删除我的数据</Button>
      <Dialog open={open} title='删除我的数据' onClose={() => show(false)} footer={<><Button kind='line' onClick={() => show(false)}>取消</Button><Button busy={busy} disabled={!sure} onClick={() => void erase()}>删除并停用账号</Button></>}>
        <Lines title='马上删除' lines={ERASED} />
        <Lines title='医院必须留下的' lines={KEPT} />
        <CheckRow last text='我知道了，删除后找不回来' note='需要留底的，先点“导出我的数据”' chosen={sure} onClick={() => setSure(!sure)} />
        {failure && <Notice tone='warn' icon='warn'>{failureWords(failure.code, failure.detail, ERASE_WORDS)}</Notice>}
      </Dialog>
    </>
  )
}
