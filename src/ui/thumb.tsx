import { Image } from '@tarojs/components'
import { Icon } from './icon'
import { Box } from './plain'
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
  <Box className='thumb'>
    {hidden ? <Box className='thumb__d'>内容检查没有通过，已隐藏</Box> : (
      <Press className='thumb__p' label={`查看 ${name}`} onClick={onOpen}>
        {type.startsWith('image/') ? <Image className='thumb__i' src={url} mode='aspectFill' />
          : <Box className='thumb__d'><Icon name='doc' /><Box className='thumb__n'>{name}</Box></Box>}
      </Press>
    )}
    {onRemove && <Press className='thumb__x' label={`删除 ${name}`} onClick={onRemove}><Icon name='close' size={16} /></Press>}
  </Box>
)

/** The place of the next file; says how far an upload is. */
export const ThumbAdd = ({ onClick, progress }: { onClick: () => void; progress?: number }) => (
  <Press className='thumb thumb--add' label='上传' disabled={progress !== undefined} onClick={onClick}>
    {progress === undefined ? <Box className='thumb__d'><Icon name='plus' /><Box>上传</Box></Box> : <Box className='thumb__d'>{`${Math.round(progress * 100)}%`}</Box>}
  </Press>
)
