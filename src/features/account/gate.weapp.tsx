/** In the mini-program whoever is not known binds; nobody logs in there. */
export { BindScreen as Gate } from './bind-screen'
