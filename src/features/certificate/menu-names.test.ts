import { TYPE_MENUS } from '../../../domain/certificate/type-menu'
import { MENU_NAMES } from './menu-names'

test('S51: each menu name speaks of its own certificates, so 操作证 is never called 配置许可证', () => {
  const others = { 'device-certificate': /许可证|资质/, 'device-licence': /操作证|资质/, 'staff-qualification': /操作证|许可证/ }
  for (const menu of TYPE_MENUS.filter((name): name is keyof typeof others => name in others)) expect(Object.values(MENU_NAMES[menu]).filter((word) => others[menu].test(word))).toEqual([])
})
