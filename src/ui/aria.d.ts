import '@tarojs/components/types/common'

declare module '@tarojs/components/types/common' {
  /** What a browser's accessibility tree needs; the phone's templates pass them on (see config/aria-plugin.ts). */
  interface StandardProps {
    role?: string
    tabIndex?: number
  }
}
