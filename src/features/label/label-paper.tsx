import type { DeviceLabel } from '../../../contract/label'
import { A4, labelsPerPage, pagesOf } from '../../../domain/label/paper'
import { deviceLink } from '../../../domain/label/link'
import { millimetres } from '../../../domain/label/size'
import { webFolder } from '../../platform/web-folder'
import { codePicture } from './code-picture'
import type { LabelPaperProps } from './label-paper-props'

/** The printed page as the browser shall cut it, in real millimetres. */
const pageRule = ({ size, paper }: Pick<LabelPaperProps, 'size' | 'paper'>): string => {
  const { width, height } = millimetres(size)
  return paper === 'a4' ? `@page { size: A4 portrait; margin: ${A4.margin}mm; }` : `@page { size: ${width}mm ${height}mm; margin: 0; }`
}

const Label = ({ label, size }: { label: DeviceLabel; size: LabelPaperProps['size'] }) => {
  const { width, height } = millimetres(size)
  const code = Math.min(height - 4, width / 2)
  return (
    <div className={`label label--${size}`} style={{ width: `${width}mm`, height: `${height}mm` }}>
      <img className='label__qr' src={codePicture(deviceLink(webFolder(), label.deviceId))} alt={`${label.name} ${label.code} 的二维码`} style={{ width: `${code}mm`, height: `${code}mm` }} />
      <div className='label__w'>
        <div className='label__c'>{label.code}</div>
        <div className='label__n'>{label.name}</div>
        <div className='label__d'>{label.department}</div>
      </div>
    </div>
  )
}

/** What comes out of the printer, on the screen in its true size. */
export const LabelPaper = ({ labels, size, copies, paper }: LabelPaperProps) => (
  <div className='lab-paper' role='region' aria-label='打印样张' tabIndex={0}>
    <style>{pageRule({ size, paper })}</style>
    {pagesOf(labels, { copies, perPage: labelsPerPage(size, paper) }).map((page, at) => (
      <div key={at} className='lab-page' role='group' aria-label={`第 ${at + 1} 页`}>
        {page.map((label, index) => <Label key={`${label.deviceId}-${index}`} label={label} size={size} />)}
      </div>
    ))}
  </div>
)
