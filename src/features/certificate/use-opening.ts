import { useParams } from '../../platform/navigate'
import type { Opening } from './draft-desk'

/** What the address asks for: `id` a certificate, `deviceId` a new one for a device, `typeId` a new one of a type, none of them a new one. `params` leads on to the pickers. */
export function useOpening(): { opening: Opening; params: Record<string, string> } {
  const { id, deviceId, typeId } = useParams()
  return {
    opening: { id: id ?? null, deviceId: deviceId ?? null, typeId: typeId ?? null },
    params: { ...(id !== undefined && { id }), ...(deviceId !== undefined && { deviceId }), ...(typeId !== undefined && { typeId }) },
  }
}
