import { Image, View } from '@tarojs/components'
import { Icon } from './icon'
import { Press } from './press'
import './thumb.scss'

interface Props {
  name: string
  type: string
  url: string
  /** It did not pass WeChat's content check: nobody sees it. */
  hidden?: boolean | undefined
  onOpen: () => void
  onRemove?: () => void
}

/** One attached file: the picture itself, or a sheet with its name. */
export const Thumb = ({ name, type, url, hidden, onOpen, onRemove }: Props) => (
  <View className='thumb'>
    {hidden ? <View className='thumb__d'>内容检查没有通过，已隐藏</View> : (
      <Press className='thumb__p' label={`查看 ${name}`} onClick={onOpen}>
        {type.startsWith('image/') ? <Image className='thumb__i' src={url} mode='aspectFill' />
          : <View className='thumb__d'><Icon name='doc' /><View className='thumb__n'>{name}</View></View>}
      </Press>
    )}
    {onRemove && <Press className='thumb__x' label={`删除 ${name}`} onClick={onRemove}><Icon name='close' size={16} /></Press>}
  </View>
)

/** The place of the next file; says how far an upload is. */
export const ThumbAdd = ({ onClick, progress }: { onClick: () => void; progress?: number }) => (
  <Press className='thumb thumb--add' label='上传' disabled={progress !== undefined} onClick={onClick}>
    {progress === undefined ? <View className='thumb__d'><Icon name='plus' /><View>上传</View></View> : <View className='thumb__d'>{`${Math.round(progress * 100)}%`}</View>}
  </Press>
)
