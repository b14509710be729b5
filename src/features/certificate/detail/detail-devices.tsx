import { goTo } from '../../../platform/navigate'
import { Entry, Book } from '../../../ui/entry'
import { Section } from '../../../ui/section'
import type { CertificateView } from './use-certificate-detail'

/** Its devices, each leading to its archive. */
export const DetailDevices = ({ view: { certificate: { devices } } }: { view: CertificateView }) => (
  <Section title={`关联设备 ${devices.length}`} bleed>
    <Book narrow>
      {devices.map((device, index) => (
        <Entry
          key={device.id}
          margin={device.code}
          title={device.name}
          lines={[[device.department.name, device.model].filter((words) => words !== '').join('\u3000')]}
          last={index === devices.length - 1}
          onClick={() => goTo('/pages/device/record/detail', { id: device.id })}
        />
      ))}
    </Book>
  </Section>
)
