import { Box } from './plain'

/** The boxes of rows to come, at their heights, so that nothing jumps. `ledger`: phone entries; `table`: rows of the desk. */
export const Skeleton = ({ rows = 6, shape = 'ledger' }: { rows?: number; shape?: 'ledger' | 'table' | 'text' }) => (
  <Box className={`skel skel--${shape}`} role='status' aria-label='正在加载'>
    {Array.from({ length: rows }, (_, index) => (
      <Box key={index} className='skel__r'>
        {shape === 'ledger' && <Box className='skel__m'><Box className='sk sk--short' /><Box className='sk sk--num' /></Box>}
        <Box className='skel__b'>
          <Box className='sk sk--name' />
          {shape === 'ledger' && <Box className='sk sk--long' />}
          {shape === 'ledger' && <Box className='sk sk--mid' />}
        </Box>
      </Box>
    ))}
  </Box>
)
