import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

/** The fields of one part: a column on the phone, three columns on the desk. */
export const Fields = ({ children }: { children: ReactNode }) => <View className='fields'>{children}</View>
