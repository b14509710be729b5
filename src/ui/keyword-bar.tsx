import { useEffect, useState } from 'react'
import { SearchBar } from './search-bar'

interface Props {
  /** The keyword that narrows the list now. */
  keyword: string
  onKeyword: (keyword: string) => void
  placeholder: string
}

/** A keyword as it is typed; it narrows the list on 查询, and widens it again as soon as it is emptied. */
export const KeywordBar = ({ keyword, onKeyword, placeholder }: Props) => {
  const [typed, setTyped] = useState(keyword)
  useEffect(() => setTyped(keyword), [keyword])
  const type = (text: string) => {
    setTyped(text)
    if (text === '' && keyword !== '') onKeyword('')
  }
  return <SearchBar value={typed} onChange={type} onSearch={() => onKeyword(typed.trim())} placeholder={placeholder} />
}
