import { View } from '@tarojs/components'
import type { RowProblem } from '../../../contract/import'
import type { SheetColumn } from '../../../domain/sheet/columns'
import { goBack } from '../../platform/navigate'
import { BottomBar } from '../../ui/bottom-bar'
import { Button } from '../../ui/button'
import { ErrorState } from '../../ui/error-state'
import { Notice } from '../../ui/notice'
import { PageFrame } from '../../ui/page-frame'
import { Skeleton } from '../../ui/skeleton'
import { BeginImport } from './begin-import'
import { FaultyRows } from './faulty-rows'
import { SheetColumns } from './sheet-columns'
import { SheetFile } from './sheet-file'
import { usePlainImport, type PlainImportCalls, type PlainImportDesk } from './use-plain-import'
import { importFailure, NOTHING_YET, previewHeading } from './wording'

/** An import that is nothing but its sheet: what the screen says of it. */
export interface PlainImport {
  /** Keeps its file and its columns apart from those of other imports. */
  kind: string
  title: string
  breadcrumb: readonly string[]
  /** The list that it fills. */
  home: string
  /** What the sheet may look like, one sentence each. */
  notes: readonly string[]
  columns: readonly SheetColumn[]
  wordsOf: (problem: RowProblem) => string
  linkOf: (problem: RowProblem) => { text: string; onClick: () => void } | null
  calls: PlainImportCalls
}

/** What every such sheet may look like. */
export const SHEET_NOTES = [
  '可选 Excel（.xlsx）或 CSV 文件，一次最多 5000 行。用模板，或用本院已有的表格都行：只要有表头，列名和顺序不同也能认。',
  '先检查，再导入：有问题的行会逐行说明原因，没有问题的行照样可以导入。',
]

interface Props { desk: PlainImportDesk; of: PlainImport }

/** What failed on the way: a file that cannot be read is changed for another, a dead line is tried again. */
const Failed = ({ sheet, looked, template }: PlainImportDesk) => {
  const { failure } = looked
  if (failure === null) return <Skeleton />
  if (failure.code === 'network.offline' || failure.code === 'unexpected') return <ErrorState failure={failure} safe={NOTHING_YET} onRetry={() => void looked.reload()} />
  const trouble = sheet.trouble === '' ? `${sheet.file?.name ?? ''}：${importFailure(failure)}` : sheet.trouble
  return <BeginImport desk={{ ...sheet, trouble }} template={template} notes={[NOTHING_YET]} />
}

/** From a file to what it would do. */
const Body = ({ desk, of }: Props) => {
  const { sheet, preview, faulty, trouble } = desk
  if (sheet.file === null) return <BeginImport desk={sheet} template={desk.template} notes={of.notes} />
  if (!preview) return <Failed {...desk} />
  return (
    <View className='imp'>
      {trouble !== '' && <View className='pad'><Notice tone='warn' icon='warn'>{trouble}</Notice></View>}
      {preview.faulty > 0 && <FaultyRows preview={preview} wordsOf={of.wordsOf} linkOf={of.linkOf} download={faulty} />}
      <SheetColumns preview={preview} known={of.columns} onChoose={sheet.chooseColumn} />
      <SheetFile desk={sheet} sheets={preview.sheets} sheet={preview.sheet} />
    </View>
  )
}

/** The next step, once something can be imported. */
const Foot = ({ preview, busy, settled, start }: PlainImportDesk) => {
  const ready = preview?.ready ?? 0
  return (
    <BottomBar note={<>{NOTHING_YET}</>}>
      <Button disabled={ready === 0 || !settled} busy={busy} onClick={() => void start()}>{ready === 0 ? '导入' : `导入 ${ready} 行`}</Button>
    </BottomBar>
  )
}

/** The whole screen; its one answer is the heading. */
export const PlainImportScreen = ({ of }: { of: PlainImport }) => {
  const desk = usePlainImport(of.kind, of.calls)
  return (
    <PageFrame
      title={of.title}
      breadcrumb={of.breadcrumb}
      back={() => goBack(of.home)}
      heading={<View className='lead' role='heading' aria-level='1'>{desk.preview ? previewHeading(desk.preview) : of.title}</View>}
      footer={desk.preview && desk.sheet.file ? <Foot {...desk} /> : undefined}
    >
      <Body desk={desk} of={of} />
    </PageFrame>
  )
}
