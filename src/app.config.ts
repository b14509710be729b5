const tab = (pagePath: string, text: string, icon: string) => ({ pagePath, text, iconPath: `ui/icons/tab/${icon}.png`, selectedIconPath: `ui/icons/tab/${icon}-on.png` })

/** WeChat takes colours out of theme.json, by the phone's light or dark; a browser gets them from src/ui/theme. */
const themed = (name: string, plain: string): string => (process.env.TARO_ENV === 'weapp' ? `@${name}` : plain)

export default defineAppConfig({
  pages: ['pages/home/home', 'pages/device/list', 'pages/certificate/list', 'pages/inbox/list', 'pages/me/me'],
  subPackages: [
    { root: 'pages/device/record', pages: ['detail', 'create', 'edit'] },
    { root: 'pages/label/record', pages: ['print', 'sheet', 'orders', 'scan'] },
    { root: 'pages/dictionary/record', pages: ['list'] },
    { root: 'pages/certificate/record', pages: ['detail', 'edit', 'devices', 'people', 'deliveries', 'history', 'mine', 'submit', 'submissions', 'submission'] },
    { root: 'pages/plan/record', pages: ['list', 'why-not'] },
    { root: 'pages/health/record', pages: ['status'] },
    { root: 'pages/cover/record', pages: ['list'] },
    { root: 'pages/review/record', pages: ['pack', 'year', 'loans'] },
    { root: 'pages/inbox/record', pages: ['detail'] },
    { root: 'pages/work/record', pages: ['job', 'batch', 'change', 'hand-over'] },
    { root: 'pages/work/import', pages: ['certificates', 'devices', 'people', 'dictionary', 'accounts'] },
    { root: 'pages/me/account', pages: ['bind', 'log-in', 'confirm', 'accounts', 'account', 'edit', 'password', 'privacy', 'agree', 'phone', 'mine'] },
    { root: 'pages/person/record', pages: ['list', 'detail', 'edit'] },
    { root: 'pages/statistics/record', pages: ['report', 'needs'] },
    { root: 'pages/audit/record', pages: ['list'] },
    { root: 'pages/me/channel', pages: ['mine', 'settings'] },
    { root: 'pages/me/type', pages: ['list', 'edit'] },
    { root: 'pages/me/rules', pages: ['institution', 'security', 'institutions'] },
    { root: 'pages/licence/record', pages: ['list'] },
    { root: 'pages/qualification/record', pages: ['list'] },
  ],
  preloadRule: {
    'pages/home/home': { network: 'all', packages: ['pages/certificate/record', 'pages/me/account'] },
    'pages/certificate/list': { network: 'all', packages: ['pages/certificate/record'] },
    'pages/device/list': { network: 'all', packages: ['pages/device/record'] },
    'pages/inbox/list': { network: 'all', packages: ['pages/inbox/record'] },
  },
  animation: false,
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  darkmode: true,
  themeLocation: 'theme.json',
  window: { navigationStyle: 'custom', navigationBarTitleText: '操作证管家', navigationBarTextStyle: themed('navText', 'black') as 'black', backgroundColor: themed('paper', '#fcfcfa'), backgroundTextStyle: themed('pull', 'dark') as 'dark' },
  tabBar: {
    color: themed('tab', '#5f6a71'),
    selectedColor: themed('tabOn', '#0a5266'),
    backgroundColor: themed('paper', '#fcfcfa'),
    borderStyle: themed('line', 'black') as 'black',
    list: [
      tab('pages/home/home', '首页', 'home'),
      tab('pages/device/list', '设备', 'device'),
      tab('pages/certificate/list', '操作证', 'cert'),
      tab('pages/inbox/list', '消息', 'bell'),
      tab('pages/me/me', '我的', 'user'),
    ],
  },
})
