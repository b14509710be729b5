import type { Locator, Page } from '@playwright/test'
import { expect } from './hospital'

interface Looks { outlineStyle: string; outlineWidth: string; boxShadow: string }
interface Part { contains(other: unknown): boolean; matches(selector: string): boolean; closest(selector: string): Part | null }
declare const document: { activeElement: Part | null }
declare const getComputedStyle: (part: Part) => Looks

/** Further than any page of the desk is long. */
const MOST = 120

const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement)

/** Somebody without a mouse sees where he stands: by a line round the thing, or round the field that it is the input of. */
const focusIsSeen = (page: Page): Promise<boolean> => page.evaluate(() => {
  const at = document.activeElement
  const drawn = (part: Part | null): boolean => {
    if (part === null) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part)
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
  }
  return at !== null && (drawn(at) || drawn(at.closest('.fld__v')) || drawn(at.closest('.find__box')))
})

/** Tab, or with `back` Shift+Tab, until `target` has the focus. */
export const tabTo = async (page: Page, target: Locator, { back = false } = {}): Promise<void> => {
  await expect(target).toBeVisible()
  for (let step = 0; step < MOST; step += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    if (!(await hasFocus(target))) continue
    expect(await focusIsSeen(page), `the focus can be seen on ${String(target)}`).toBe(true)
    return
  }
  throw new Error(`Tab does not lead to ${String(target)}`)
}

/** Goes there by Tab and types into it. */
export const typeInto = async (page: Page, target: Locator, words: string): Promise<void> => {
  await tabTo(page, target)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(words)
  await expect(target).toHaveValue(words)
}

/** Goes there by Tab and presses it. */
export const pressOn = async (page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
  await tabTo(page, target)
  await page.keyboard.press(key)
}
