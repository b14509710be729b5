import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import type { SheetDesk } from './use-sheet'
import './import.scss'

interface Props {
  desk: Pick<SheetDesk, 'choose' | 'share' | 'trouble'>
  template: { start: () => void; busy: boolean; trouble: string }
  /** What the sheet may look like, one sentence each. */
  notes: readonly string[]
}

const percent = (share: number): string => `正在上传 ${Math.round(share * 100)}%`

/** Before there is a file: the template, what may be in it, and the one next step. */
export const BeginImport = ({ desk, template, notes }: Props) => (
  <View className='pad imp-begin'>
    {desk.trouble !== '' && <Notice tone='warn' icon='warn'>{desk.trouble}</Notice>}
    {template.trouble !== '' && <Notice tone='warn' icon='warn'>{template.trouble}</Notice>}
    {notes.map((note) => <View key={note} className='imp-note'>{note}</View>)}
    <View className='imp-steps'>
      <Button kind='line' icon='doc' busy={template.busy} onClick={template.start}>下载模板</Button>
      <Button busy={desk.share !== null} onClick={() => void desk.choose()}>{desk.share === null ? '选择文件' : percent(desk.share)}</Button>
    </View>
  </View>
)
