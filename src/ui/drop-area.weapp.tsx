import { View } from '@tarojs/components'
import type { DropAreaProps } from './drop-area-props'

/** A phone has nothing to drop: the files and the button that adds one. */
export const DropArea = ({ children }: DropAreaProps) => <View className='thumbs'>{children}</View>
