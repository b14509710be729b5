import './web.scss'
import './desk.scss'
