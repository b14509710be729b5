import { toast } from '../../../platform/toast'
import { Button } from '../../../ui/button'
import { StateInLine } from '../../../ui/certificate-state'
import { RadioRow } from '../../../ui/choice-row'
import { Notice } from '../../../ui/notice'
import { Box } from '../../../ui/plain'
import { Sheet } from '../../../ui/sheet'
import { EM } from '../day-words'
import type { LoadedCertificate } from '../draft'
import { consequenceWords, footnote } from '../handling-options'
import { isPlan, planConsequence, planOptions } from '../plan-handling'
import { nameOf, sentenceOf } from '../sentence'
import { WholeDates } from '../whole-dates'
import { HandlingFields } from './handling-fields'
import { useHandling, type HandlingCase } from './use-handling'
import './handling.scss'

interface Props extends HandlingCase {
  onClose: () => void
  /** Somebody else was faster, or something else failed: look again. */
  onReload: () => void
}

const deviceLine = ({ devices }: LoadedCertificate): string => {
  const [first] = devices
  if (first === undefined) return ''
  return devices.length > 1 ? `${first.name}${EM}${first.code} 等 ${devices.length} 台` : `${first.name}${EM}${first.code}`
}

/** The sheet hides the message it came from, so its head keeps what it is about, the sentence included. */
const About = ({ certificate, today }: Pick<Props, 'certificate' | 'today'>) => (
  <Box>
    <Box className='row'>
      <StateInLine facts={{ ...certificate.form, handling: certificate.handling }} today={today} />
      <Box className='handle-who'>{nameOf(certificate.form)}</Box>
    </Box>
    <Box>{deviceLine(certificate)}</Box>
    <Box className='cap handle-said'><WholeDates text={sentenceOf(certificate, today)} /></Box>
  </Box>
)

/** 「这张证怎么办?」: six ways, those that are not the caller's in sight with the reason (B1, B30). */
export const HandlingSheet = ({ onClose, onReload, ...about }: Props) => {
  const desk = useHandling(about, {
    overtaken: onReload,
    handled: (way) => {
      toast(way === 'transferred' ? '已转交' : '已处理')
      onClose()
    },
  })
  const { draft, busy } = desk
  const planned = isPlan(about.certificate.form)
  const options = planned ? planOptions(desk.options) : desk.options
  const consequence = planned ? planConsequence(consequenceWords(draft)) : consequenceWords(draft)
  const footer = (
    <Box>
      {desk.trouble !== '' && <Notice icon='warn' tone='warn'>{desk.trouble}</Notice>}
      <Button wide busy={busy} disabled={draft.kind === null} onClick={() => void desk.submit()}>{consequence}</Button>
      <Box className='cap handle-foot'>{footnote(draft)}</Box>
    </Box>
  )
  return (
    <Sheet open title={planned ? '这项计划怎么办?' : '这张证怎么办?'} onClose={onClose} about={<About certificate={about.certificate} today={about.today} />} footer={footer}>
      <Box role='radiogroup' aria-label='处理方式'>
        {options.map(({ kind, text, note, allowed }, index) => (
          <RadioRow
            key={kind}
            text={<Box className={allowed ? '' : 'ink3'}>{text}</Box>}
            note={note}
            chosen={draft.kind === kind}
            disabled={!allowed}
            last={index === options.length - 1}
            onClick={() => desk.pick(kind)}
          >
            <HandlingFields desk={desk} kind={kind} planned={planned} />
          </RadioRow>
        ))}
      </Box>
    </Sheet>
  )
}
