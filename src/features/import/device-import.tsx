import { View } from '@tarojs/components'
import type { RowProblem } from '../../../contract/import'
import { DEVICE_IMPORT_COLUMNS } from '../../../domain/device/import-columns'
import { deviceProblemWords } from '../../../domain/device/import-words'
import { goTo } from '../../platform/navigate'
import { BottomBar } from '../../ui/bottom-bar'
import { Button } from '../../ui/button'
import { ErrorState } from '../../ui/error-state'
import { Notice } from '../../ui/notice'
import { Skeleton } from '../../ui/skeleton'
import { BeginImport } from './begin-import'
import { FaultyRows } from './faulty-rows'
import { SheetColumns } from './sheet-columns'
import { SheetFile } from './sheet-file'
import type { DeviceImportDesk } from './use-device-import'
import { importFailure, NOTHING_YET, previewHeading } from './wording'

const NOTES = [
  '可选 Excel（.xlsx）或 CSV 文件，一次最多 5000 行。用模板，或用本院已有的表格都行：只要有表头，列名和顺序不同也能认。',
  '先检查，再导入：有问题的行会逐行说明原因，没有问题的行照样可以导入。',
  '设备名称和所属科室必填；设备编码或序列号已在档案里的，不会重复导入。',
  '唯一码由系统编号。导入后还没有用过的设备，可以整批撤销。',
]
const TAKEN = ['import.code-taken', 'import.asset-taken', 'import.serial-taken']

const linkOf = ({ code, detail }: RowProblem) => (TAKEN.includes(code) ? { text: '看已有的设备', onClick: () => goTo('/pages/device/record/detail', { id: detail }) } : null)

/** The one answer of the screen. */
export const deviceImportHeading = ({ preview }: Pick<DeviceImportDesk, 'preview'>): string => (preview ? previewHeading(preview) : '设备档案导入')

/** What failed on the way: a file that cannot be read is changed for another, a dead line is tried again. */
const Failed = ({ desk: { sheet, looked, template } }: { desk: DeviceImportDesk }) => {
  const { failure } = looked
  if (failure === null) return <Skeleton />
  if (failure.code === 'network.offline' || failure.code === 'unexpected') return <ErrorState failure={failure} safe={NOTHING_YET} onRetry={() => void looked.reload()} />
  const trouble = sheet.trouble === '' ? `${sheet.file?.name ?? ''}：${importFailure(failure)}` : sheet.trouble
  return <BeginImport desk={{ ...sheet, trouble }} template={template} notes={[NOTHING_YET]} />
}

/** From a file to what it would do. */
export const DeviceImport = ({ desk }: { desk: DeviceImportDesk }) => {
  const { sheet, preview, faulty, trouble } = desk
  if (sheet.file === null) return <BeginImport desk={sheet} template={desk.template} notes={NOTES} />
  if (!preview) return <Failed desk={desk} />
  return (
    <View className='imp'>
      {trouble !== '' && <View className='pad'><Notice tone='warn' icon='warn'>{trouble}</Notice></View>}
      {preview.faulty > 0 && <FaultyRows preview={preview} wordsOf={deviceProblemWords} linkOf={linkOf} download={faulty} />}
      <SheetColumns preview={preview} known={DEVICE_IMPORT_COLUMNS} onChoose={sheet.chooseColumn} />
      <SheetFile desk={sheet} sheets={preview.sheets} sheet={preview.sheet} />
    </View>
  )
}

/** The next step, once something can be imported. */
export const DeviceImportFoot = ({ desk: { preview, busy, settled, start } }: { desk: DeviceImportDesk }) => {
  const ready = preview?.ready ?? 0
  return (
    <BottomBar note={<>{NOTHING_YET}</>}>
      <Button disabled={ready === 0 || !settled} busy={busy} onClick={() => void start()}>{ready === 0 ? '导入' : `导入 ${ready} 行`}</Button>
    </BottomBar>
  )
}
