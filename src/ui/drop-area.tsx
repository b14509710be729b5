import { useEffect, useState, type DragEvent } from 'react'
import type { DropAreaProps, DroppedFile } from './drop-area-props'
import './drop-area.scss'

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files')
const filesOf = ({ dataTransfer }: DragEvent): DroppedFile[] => [...dataTransfer.files].map((file) => ({ name: file.name, bytes: file.size, type: file.type, blob: file }))

/** A file that misses the area by a hand's breadth does nothing; left alone, the browser would open it in place of the page and all that was typed. */
const useMissesDoNothing = (): void => {
  useEffect(() => {
    const keepPage = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'none'
    }
    window.addEventListener('dragover', keepPage)
    window.addEventListener('drop', keepPage)
    return () => {
      window.removeEventListener('dragover', keepPage)
      window.removeEventListener('drop', keepPage)
    }
  }, [])
}

/** Where files are dropped on the desk. A full one takes the drop as well: whoever is told says that there is no room, and the browser does not open the file in place of the page. */
export const DropArea = ({ open, onFiles, children }: DropAreaProps) => {
  const [over, setOver] = useState(false)
  useMissesDoNothing()
  const onDragOver = (event: DragEvent) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setOver(open)
  }
  const onDrop = (event: DragEvent) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    setOver(false)
    onFiles(filesOf(event))
  }
  return (
    <div className={`thumbs drop ${open ? 'drop--open' : ''} ${over ? 'drop--over' : ''}`} onDragOver={onDragOver} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      {children}
      {open && <div className='drop__hint'>{over ? '松开鼠标即上传' : '也可以把照片或 PDF 拖到这里'}</div>}
    </div>
  )
}
