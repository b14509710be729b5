import { scannedDevice } from '../../domain/label/link'

/** A label's address (`/?device=…`) names a device before the # where no page is read from: the page of the device is put behind it, once. */
function landOnDevice(): void {
  const asked = new URLSearchParams(window.location.search)
  const id = scannedDevice({ id: asked.get('device') ?? undefined })
  if (id === '') return
  asked.delete('device')
  const rest = asked.toString()
  window.history.replaceState(null, '', `${window.location.pathname}${rest === '' ? '' : `?${rest}`}#/pages/device/record/detail?id=${encodeURIComponent(id)}`)
}

landOnDevice()
