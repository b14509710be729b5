import { useState } from 'react'
import type { DeviceCard } from '../draft'
import { toggleRow, type Selection } from '../selection'

export interface PickerProps {
  /** What is chosen already (S15: pre-ticked when editing). */
  initial: readonly DeviceCard[]
  onDone: (devices: readonly DeviceCard[]) => void
  /** 取消: nothing of it is kept. */
  onCancel: () => void
  /** 详情 of one device. */
  onDetail: (id: string) => void
}

export interface Picking {
  chosen: Selection<DeviceCard>
  setChosen: (chosen: Selection<DeviceCard>) => void
  toggle: (device: DeviceCard) => void
  /** The small form for a new device is open. */
  adding: boolean
  setAdding: (adding: boolean) => void
  made: (device: DeviceCard) => void
}

/** The ticks of one visit to the picker; they become the form's only with 确定. */
export function usePicking(initial: readonly DeviceCard[]): Picking {
  const [chosen, setChosen] = useState<Selection<DeviceCard>>(initial)
  const [adding, setAdding] = useState(false)
  return {
    chosen, setChosen, adding, setAdding,
    toggle: (device) => setChosen((before) => toggleRow(before, device)),
    made: (device) => {
      setChosen((before) => [...before, device])
      setAdding(false)
    },
  }
}
