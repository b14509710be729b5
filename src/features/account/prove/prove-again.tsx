import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { proving, type Proving } from '../../../platform/prove-again'
import { useSignal } from '../../../platform/use-signal'
import { useIsWide } from '../../../platform/width'
import { ProveForm } from './prove-form'
import './prove.scss'

/** Milliseconds until what comes in can take the focus: its parts are put in their places first. */
const COMES_IN = 60

/** The browser's own dialog lies over every sheet that is open; Esc closes it alone and means 取消. */
function useTopLayer(settle: Proving) {
  const dialog = useRef<HTMLDialogElement>(null)
  const latest = useRef(settle)
  latest.current = settle
  useEffect(() => {
    const shown = dialog.current
    if (shown === null) return
    const before = document.activeElement
    const keepBelow = (event: KeyboardEvent) => { if (event.key === 'Escape') event.stopPropagation() }
    const cancel = () => latest.current(false)
    shown.addEventListener('keydown', keepBelow)
    shown.addEventListener('cancel', cancel)
    shown.showModal()
    const entering = setTimeout(() => shown.querySelector('input')?.focus(), COMES_IN)
    return () => {
      clearTimeout(entering)
      shown.removeEventListener('keydown', keepBelow)
      shown.removeEventListener('cancel', cancel)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return dialog
}

const Asked = ({ settle }: { settle: Proving }) => {
  const dialog = useTopLayer(settle)
  const wide = useIsWide()
  return (
    <dialog ref={dialog} role='dialog' className={`ask prove ${wide ? 'wide' : ''}`} aria-label='请确认是您本人'>
      <View className='ask__t' role='heading' aria-level='2'>请确认是您本人</View>
      <View className='prove__why'>导出、改账号和看完整号码前，距上次确认超过 5 分钟的，要再确认一次。您填的内容都还在。</View>
      <ProveForm settle={settle} mayScan={wide} />
    </dialog>
  )
}

/** Asked by a call that wants a fresh proof (architecture §8), over whatever screen made it. */
export const ProveAgain = () => {
  const settle = useSignal(proving)
  return settle === null ? null : createPortal(<Asked settle={settle} />, document.body)
}
