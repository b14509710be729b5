/** WeChat looks whether the button with this id was pressed. */
export const AGREE = 'agree'
