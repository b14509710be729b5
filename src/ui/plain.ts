/**
 * What rows of long lists are made of, in a browser: its own elements. The framework's are custom elements, and a screen of rows holds hundreds:
 * they cost a frame or two each time the next rows come.
 */
export const Box = 'div'
export const Span = 'span'
