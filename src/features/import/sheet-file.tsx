import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button'
import { Fields } from '../../ui/fields'
import { Notice } from '../../ui/notice'
import { SelectField } from '../../ui/select-field'
import { Section } from '../../ui/section'
import type { SheetDesk } from './use-sheet'
import './import.scss'

interface Props {
  desk: SheetDesk
  sheets: readonly string[]
  sheet: string
  /** What else the file is read with. */
  children?: ReactNode
}

/** The file that is on the table, another one in its place, and which of its sheets. */
export const SheetFile = ({ desk, sheets, sheet, children }: Props) => (
  <Section title='文件' action={<Button kind='text' busy={desk.share !== null} onClick={() => void desk.choose()}>换一个文件</Button>}>
    {desk.trouble !== '' && <Notice tone='warn' icon='warn'>{desk.trouble}</Notice>}
    <View className='imp-file'>{desk.file?.name ?? ''}</View>
    <Fields>
      {sheets.length > 1 && <SelectField label='工作表' value={sheet} options={sheets.map((name) => ({ value: name, label: name }))} onChange={(name) => desk.setSheet(name)} />}
      {children}
    </Fields>
  </Section>
)
