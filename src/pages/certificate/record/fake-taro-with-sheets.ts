import { fakeTaro } from '../../fake-taro'

/** The framework as page tests fake it, with what taro-ui's sheet and dialog ask of it besides. */
export const fakeTaroWithSheets = {
  ...fakeTaro,
  default: { ...fakeTaro.default, getEnv: () => 'WEB', ENV_TYPE: { WEB: 'WEB', WEAPP: 'WEAPP' }, pxTransform: (size: number) => `${size}px`, initPxTransform: () => undefined },
}
