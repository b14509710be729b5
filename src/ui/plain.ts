/**
 * What rows of long lists, forms and sheets are made of, in a browser: its own elements. The framework's are custom elements, and a screen of rows holds hundreds:
 * they cost a frame or two each time the next rows come. They also move what is inside them after it was drawn, and a field that is moved loses
 * the focus and the letters of whoever types at once: what opens in place and can be typed into is made of these.
 */
export const Box = 'div'
export const Span = 'span'
