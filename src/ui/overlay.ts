import './theme/taro-ui.scss'
import './sheet.scss'
import './dialog.scss'
