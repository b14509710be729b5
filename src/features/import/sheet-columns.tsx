import { View } from '@tarojs/components'
import { useState } from 'react'
import type { SheetPreview } from '../../../contract/import'
import type { SheetColumn } from '../../../domain/sheet/columns'
import { Button } from '../../ui/button'
import { Fields } from '../../ui/fields'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/section'
import { SelectField } from '../../ui/select-field'

interface Props {
  preview: Pick<SheetPreview, 'headers' | 'missing' | 'repeated'>
  known: readonly SheetColumn[]
  onChoose: (header: string, column: string) => void
}

const NAMES_SHOWN = 3
const namesOf = (texts: readonly string[]): string => `${texts.slice(0, NAMES_SHOWN).map((text) => `「${text}」`).join('、')}${texts.length > NAMES_SHOWN ? ` 等 ${texts.length} 列` : ''}`

const Words = ({ preview: { headers, missing, repeated }, known }: Props) => {
  const unread = headers.filter(({ key, text }) => key === '' && !repeated.includes(text) && text !== '原因').map(({ text }) => text)
  const titles = known.filter(({ key }) => missing.includes(key)).map(({ header }) => header)
  return (
    <>
      {titles.length > 0 && <Notice tone='warn' icon='warn'>没有找到{namesOf(titles)}，请在下面指出是表里的哪一列。</Notice>}
      {repeated.length > 0 && <Notice tone='warn' icon='warn'>{namesOf(repeated)}和别的列意思相同，只读一列。</Notice>}
      {unread.length > 0 && <Notice>{namesOf(unread)}没有对应的项目，不会导入。</Notice>}
    </>
  )
}

/** What each header of the file is taken for, to be put right by hand; what was said is remembered for the next file (B23). */
export const SheetColumns = (props: Props) => {
  const { preview: { headers, missing }, known, onChoose } = props
  const [wanted, setWanted] = useState(false)
  const open = wanted || missing.length > 0
  const options = known.map(({ key, header }) => ({ value: key, label: header }))
  const read = headers.filter(({ key }) => key !== '').length
  return (
    <Section title='列的对应' note={`认出 ${read} 列，共 ${headers.length} 列`} action={missing.length > 0 ? undefined : <Button kind='text' onClick={() => setWanted(!open)}>{open ? '收起' : '调整'}</Button>}>
      <View>
        <Words {...props} />
        {open && (
          <Fields>
            {headers.map(({ text, key, sample }, at) => (
              <SelectField
                key={text} label={text} hint={sample === '' ? undefined : `例：${sample}`} placeholder='不导入' options={options}
                value={key === '' ? null : key} onChange={(column) => onChoose(text, column ?? '')} last={at === headers.length - 1}
              />
            ))}
          </Fields>
        )}
      </View>
    </Section>
  )
}
