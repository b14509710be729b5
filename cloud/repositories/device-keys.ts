import type { DeviceFields } from '../../domain/device/device'
import type { DeviceDoc, DeviceKeyDoc } from '../documents'
import type { DocumentStore, Secrets, Transaction } from '../ports'
import { devicesByAssetNumbers, devicesBySerialNumbers } from './import-lookups'

/** Numbers that tell devices apart: 设备编码 and 序列号. */
const NUMBERS = ['assetNumber', 'serialNumber'] as const
export type DeviceNumber = (typeof NUMBERS)[number]

interface Of { tx: Transaction; secrets: Pick<Secrets, 'sha256'> }
type Keyed = Pick<DeviceDoc, '_id' | 'institutionId'>

/** A number may be any text, an id may not: its hash stands in the id. */
const keyId = (secrets: Of['secrets'], institutionId: string, [number, value]: readonly [DeviceNumber, string]): string =>
  `${institutionId}:${number}:${secrets.sha256(value).slice(0, 40)}`

/** Which numbers another device has by a key. Read in the transaction that would give them once more, so two at once cannot both find none. */
export async function takenNumbers({ tx, secrets }: Of, device: Keyed, fields: DeviceFields): Promise<DeviceNumber[]> {
  const taken: DeviceNumber[] = []
  for (const number of NUMBERS) {
    const key = fields[number] === '' ? null : await tx.get('device_keys', keyId(secrets, device.institutionId, [number, fields[number]]))
    if (key && key.deviceId !== device._id) taken.push(number)
  }
  return taken
}

/** Makes the device's numbers its own as far as nobody has them; a 序列号 of another maker may be the same. */
export async function takeNumbers({ tx, secrets }: Of, { _id, institutionId }: Keyed, fields: DeviceFields): Promise<void> {
  for (const number of NUMBERS) {
    const id = fields[number] === '' ? '' : keyId(secrets, institutionId, [number, fields[number]])
    const key: DeviceKeyDoc = { _id: id, schema: 1, institutionId, deviceId: _id }
    if (id !== '' && !await tx.get('device_keys', id)) await tx.set('device_keys', key)
  }
}

/** Gives back what the device had by `fields`, but for what it has by `kept` too. */
export async function leaveNumbers({ tx, secrets }: Of, { _id, institutionId, fields }: Keyed & { fields: DeviceFields }, kept: DeviceFields | null): Promise<void> {
  for (const number of NUMBERS) {
    if (fields[number] === '' || fields[number] === kept?.[number]) continue
    const id = keyId(secrets, institutionId, [number, fields[number]])
    if ((await tx.get('device_keys', id))?.deviceId === _id) await tx.remove('device_keys', id)
  }
}

/** Which numbers are in the archive by a device other than this, as far as it is committed; devices that came before keys have none. */
export async function storedNumbers(store: DocumentStore, { _id, institutionId }: Keyed, fields: DeviceFields): Promise<DeviceNumber[]> {
  const [assets, serials] = await Promise.all([devicesByAssetNumbers(store, institutionId, [fields.assetNumber]), devicesBySerialNumbers(store, institutionId, [fields.serialNumber])])
  const others = { assetNumber: assets.some((each) => each._id !== _id), serialNumber: serials.some((each) => each._id !== _id) }
  return NUMBERS.filter((number) => others[number])
}
