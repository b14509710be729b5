import { View } from '@tarojs/components'
import type { RowProblem, SheetPreview } from '../../../contract/import'
import { CERTIFICATE_COLUMNS } from '../../../domain/certificate/sheet-columns'
import { sheetProblemWords } from '../../../domain/certificate/sheet-words'
import { goTo } from '../../platform/navigate'
import { BottomBar } from '../../ui/bottom-bar'
import { Button } from '../../ui/button'
import { ErrorState } from '../../ui/error-state'
import { Notice } from '../../ui/notice'
import { SelectField } from '../../ui/select-field'
import { Skeleton } from '../../ui/skeleton'
import { BeginImport } from './begin-import'
import { FaultyRows } from './faulty-rows'
import { PhotoPacks } from './photo-packs'
import { SheetColumns } from './sheet-columns'
import { SheetFile } from './sheet-file'
import type { CertificateImportDesk } from './use-certificate-import'
import { importFailure, NOTHING_YET, previewHeading } from './wording'

const NOTES = [
  '可选 Excel（.xlsx）或 CSV 文件，一次最多 5000 行。用模板，或用本院已有的表格都行：只要有表头，列名和顺序不同也能认。',
  '先检查，再导入：有问题的行会逐行说明原因，没有问题的行照样可以导入。',
  '设备按唯一码（或设备编码）对上；同一类型里证件号相同的不会重复导入。',
  '已过期的只登记，不发提醒；在预警期内的从第二天起合并成一条提醒。',
]

const linkOf = ({ code, detail }: RowProblem) =>
  (code === 'certificate.number-taken' ? { text: '看已有的证', onClick: () => goTo('/pages/certificate/record/detail', { id: detail }) } : null)

/** The one answer of the screen. */
export const certificateImportHeading = ({ preview }: Pick<CertificateImportDesk, 'preview'>): string => (preview ? previewHeading(preview) : '导入证件')

/** What failed on the way: a file that cannot be read is changed for another, a dead line is tried again. */
const Failed = ({ desk: { sheet, looked, template } }: { desk: CertificateImportDesk }) => {
  const { failure } = looked
  if (failure === null) return <Skeleton />
  if (failure.code === 'network.offline' || failure.code === 'unexpected') return <ErrorState failure={failure} safe={NOTHING_YET} onRetry={() => void looked.reload()} />
  const trouble = sheet.trouble === '' ? `${sheet.file?.name ?? ''}：${importFailure(failure)}` : sheet.trouble
  return <BeginImport desk={{ ...sheet, trouble }} template={template} notes={[NOTHING_YET]} />
}

const Quiet = ({ expired, warned }: { expired: number; warned: number }) => (
  <View className='pad'>
    {expired > 0 && <Notice>{expired} 张已过期：只登记，不发提醒。</Notice>}
    {warned > 0 && <Notice>{warned} 张已在预警期内：今天不发，从明天起每人每天合并成一条提醒。</Notice>}
  </View>
)

/** A file that brings nothing new, as one that was exported here. */
const allThere = ({ ready, faulty, faultyRows }: Pick<SheetPreview, 'ready' | 'faulty' | 'faultyRows'>): boolean =>
  ready === 0 && faulty > 0 && faultyRows.every(({ problems }) => problems.some(({ code }) => code === 'certificate.number-taken'))

/** From a file to what it would do. */
export const CertificateImport = ({ desk }: { desk: CertificateImportDesk }) => {
  const { sheet, preview, types, typeId, setTypeId, photos, faulty, trouble } = desk
  if (sheet.file === null) return <BeginImport desk={sheet} template={desk.template} notes={NOTES} />
  if (!preview) return <Failed desk={desk} />
  return (
    <View className='imp'>
      {trouble !== '' && <View className='pad'><Notice tone='warn' icon='warn'>{trouble}</Notice></View>}
      <Quiet expired={preview.expired} warned={preview.warned} />
      {allThere(preview) && <View className='pad'><Notice>这些证系统里都有了，没有要导入的。要改已有的证，请打开它修改。</Notice></View>}
      {preview.faulty > 0 && <FaultyRows preview={preview} wordsOf={sheetProblemWords} linkOf={linkOf} download={faulty} />}
      <SheetColumns preview={preview} known={CERTIFICATE_COLUMNS} onChoose={sheet.chooseColumn} />
      <SheetFile desk={sheet} sheets={preview.sheets} sheet={preview.sheet}>
        <SelectField label='类型留空时' value={typeId} options={types} onChange={(id) => id !== null && setTypeId(id)} last />
      </SheetFile>
      <PhotoPacks desk={photos} photos={preview.photos} />
    </View>
  )
}

/** The next step, once something can be imported. */
export const CertificateImportFoot = ({ desk: { preview, busy, settled, start, photos } }: { desk: CertificateImportDesk }) => {
  const ready = preview?.ready ?? 0
  return (
    <BottomBar note={<>{NOTHING_YET}</>}>
      <Button disabled={ready === 0 || !settled || photos.progress !== ''} busy={busy} onClick={() => void start()}>{ready === 0 ? '导入' : `导入 ${ready} 行`}</Button>
    </BottomBar>
  )
}
