import * as v from 'valibot'
import { signal, type Signal } from '../../platform/signal'
import { storage } from '../../platform/storage'
import { useSignal } from '../../platform/use-signal'
import { draftSchema, isDirty, type Draft } from './draft'

/**
 * The drafts that are open: form, picker and people page work on the same one, whichever pages they are. A draft with changes is
 * kept on this device until it is saved or dropped, so leaving the page, a reload or a killed app loses nothing.
 */
const desk = new Map<string, Signal<Draft | null>>()

/** What a form is opened for: a certificate, or a new one, perhaps from a device or of a type. */
export interface Opening {
  id: string | null
  deviceId: string | null
  typeId?: string | null
}

/** One draft per person and thing: who logs in next on the same device never sees it. */
export const draftKey = (accountId: string, opening: Opening): string => `certificate-draft:${accountId}:${opening.id ?? newKey(opening)}`

function newKey({ deviceId, typeId = null }: Opening): string {
  if (deviceId !== null) return `new-for:${deviceId}${typeId === null ? '' : `:${typeId}`}`
  return typeId === null ? 'new' : `new-of:${typeId}`
}

function kept(key: string): Draft | null {
  const draft = v.safeParse(draftSchema, storage.read(key))
  return draft.success ? draft.output : null
}

function place(key: string): Signal<Draft | null> {
  const there = desk.get(key)
  if (there) return there
  const made = signal<Draft | null>(kept(key))
  desk.set(key, made)
  return made
}

export const readDraft = (key: string): Draft | null => place(key).get()

export function putDraft(key: string, draft: Draft): void {
  place(key).set(draft)
  if (isDirty(draft)) storage.write(key, draft)
  else storage.remove(key)
}

/** Changes the draft that lies there; without one nothing happens, and that is told. */
export function changeDraft(key: string, change: (draft: Draft) => Draft): boolean {
  const draft = readDraft(key)
  if (draft === null) return false
  putDraft(key, change(draft))
  return true
}

/** Saved, or thought better of. */
export function dropDraft(key: string): void {
  place(key).set(null)
  storage.remove(key)
}

/** Lays out a fresh draft, unless one with changes lies there. */
export function openDraft(key: string, fresh: Draft): void {
  if (!hasChanges(key)) putDraft(key, fresh)
}

export function hasChanges(key: string): boolean {
  const lying = readDraft(key)
  return lying !== null && isDirty(lying)
}

export const useDraft = (key: string): Draft | null => useSignal(place(key))
