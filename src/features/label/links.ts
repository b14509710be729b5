import { goTo, replaceWith } from '../../platform/navigate'

export const openSheet = (id: string): void => goTo('/pages/label/record/sheet', { id })
export const openOrders = (): void => goTo('/pages/label/record/orders')
export const printLabels = (): void => goTo('/pages/label/record/print')
export const showDevice = (id: string): void => replaceWith('/pages/device/record/detail', { id })
