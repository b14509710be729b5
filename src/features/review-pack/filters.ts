import { useState } from 'react'
import { useToday } from '../../platform/server-clock'
import type { PackAsked } from './use-pack'

export interface PackFilters { on: string | null; departmentId: string; deviceType: string; typeId: string; page: number; pageSize: number }
const NONE: PackFilters = { on: null, departmentId: '', deviceType: '', typeId: '', page: 1, pageSize: 20 }

export interface Kept { filters: PackFilters; change: (over: Partial<PackFilters>) => void; asked: PackAsked }

/** The day and the scope of a pack; another scope begins at its first page. */
export function usePackFilters(): Kept {
  const today = useToday()
  const [filters, setFilters] = useState(NONE)
  const change = (over: Partial<PackFilters>): void => setFilters({ ...filters, page: 1, ...over })
  const { on, departmentId, deviceType, typeId } = filters
  const asked = { on: on ?? today, ...(departmentId !== '' && { departmentId }), ...(deviceType !== '' && { deviceType }), ...(typeId !== '' && { typeId }) }
  return { filters, change, asked }
}
