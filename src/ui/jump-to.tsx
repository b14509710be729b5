import { useState } from 'react'
import { Box } from './plain'
import { TextInput } from './text-input'

/** 跳至 … 页 (S47), beside a pager. A number beyond the last page leads to the last; anything else is not followed. */
export const JumpTo = ({ last, onPage }: { last: number; onPage: (page: number) => void }) => {
  const [typed, setTyped] = useState('')
  const jump = () => {
    const page = /^\d+$/.test(typed.trim()) ? Number(typed) : 0
    setTyped('')
    if (page >= 1) onPage(Math.min(page, last))
  }
  return (
    <Box className='jump'>
      跳至
      <Box className='jump__in'><TextInput value={typed} onChange={setTyped} onConfirm={jump} keyboard='number' maxLength={6} label='跳至第几页' /></Box>
      页
    </Box>
  )
}
