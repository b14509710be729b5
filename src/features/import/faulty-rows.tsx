import { View } from '@tarojs/components'
import { useState } from 'react'
import type { FaultyRow, RowProblem, SheetPreview } from '../../../contract/import'
import { Button } from '../../ui/button'
import { Book, Entry } from '../../ui/entry'
import { Notice } from '../../ui/notice'
import { Pager } from '../../ui/pager'
import { Section } from '../../ui/section'

interface Props {
  preview: Pick<SheetPreview, 'ready' | 'faulty' | 'faultyRows'>
  /** One problem in words: the column, what is wrong, what to do. */
  wordsOf: (problem: RowProblem) => string
  /** A thing that the problem is about and that can be looked at. */
  linkOf?: (problem: RowProblem) => { text: string; onClick: () => void } | null
  download: { start: () => void; busy: boolean; trouble: string }
}

const PAGE = 10

const Line = ({ row, last, wordsOf, linkOf }: Pick<Props, 'wordsOf' | 'linkOf'> & { row: FaultyRow; last: boolean }) => {
  const link = row.problems.map((problem) => linkOf?.(problem) ?? null).find((found) => found !== null)
  return (
    <Entry
      last={last} margin={<View className='num'>第 {row.row} 行</View>} title={row.label === '' ? '没有证件号和姓名' : row.label} lines={row.problems.map(wordsOf)}
      action={link ? { ...link, label: `${link.text}：第 ${row.row} 行` } : undefined}
    />
  )
}

/** Which rows cannot be imported, by their number in the file, and why; as a file, to be mended and imported (B23). */
export const FaultyRows = ({ preview: { ready, faulty, faultyRows }, wordsOf, linkOf, download }: Props) => {
  const [page, setPage] = useState(1)
  const shown = faultyRows.slice((page - 1) * PAGE, page * PAGE)
  return (
    <Section title='有问题的行' note={`${faulty} 行`} action={<Button kind='text' busy={download.busy} onClick={download.start}>下载问题行</Button>} bleed>
      <View className='pad'>
        {download.trouble !== '' && <Notice tone='warn' icon='warn'>{download.trouble}</Notice>}
        <Notice>{`下载问题行，照「原因」一列改好后，把改好的文件再导入一次${ready > 0 ? '；其余的行可以先导入' : ''}。`}</Notice>
      </View>
      <Book>{shown.map((row, at) => <Line key={row.row} row={row} last={at === shown.length - 1} wordsOf={wordsOf} linkOf={linkOf} />)}</Book>
      {faultyRows.length > PAGE && (
        <View className='pad'>
          <Pager page={page} pageSize={PAGE} total={faultyRows.length} summary={faulty > faultyRows.length ? `先列出 ${faultyRows.length} 行` : `共 ${faulty} 行`} onPage={setPage} />
        </View>
      )}
    </Section>
  )
}
