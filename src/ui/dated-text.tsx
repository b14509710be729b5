import { Span } from './plain'

/** A sentence in which no date or month is broken at the end of a line. */
export const DatedText = ({ children }: { children: string }) => (
  <>
    {children.split(/(\d{4}-\d{2}(?:-\d{2})?)/).map((part, index) => (index % 2 === 1 ? <Span key={index} className='num num--in'>{part}</Span> : part))}
  </>
)
