const tab = (pagePath: string, text: string, icon: string) => ({ pagePath, text, iconPath: `ui/icons/tab/${icon}.png`, selectedIconPath: `ui/icons/tab/${icon}-on.png` })

/** WeChat takes colours out of theme.json, by the phone's light or dark; a browser gets them from src/ui/theme. */
const themed = (name: string, plain: string): string => (process.env.TARO_ENV === 'weapp' ? `@${name}` : plain)

export default defineAppConfig({
  pages: ['pages/home/home', 'pages/device/list', 'pages/certificate/list', 'pages/inbox/list', 'pages/me/me'],
  subPackages: [
    { root: 'pages/device/record', pages: ['detail', 'create', 'edit'] },
    { root: 'pages/label/record', pages: ['print', 'sheet', 'orders', 'scan'] },
    { root: 'pages/certificate/record', pages: ['detail', 'edit', 'devices', 'people', 'deliveries', 'history', 'mine', 'submit', 'submissions', 'submission'] },
    { root: 'pages/inbox/record', pages: ['detail'] },
    { root: 'pages/me/account', pages: ['bind', 'log-in', 'confirm', 'password', 'privacy', 'agree', 'phone', 'mine'] },
    // One package of what is worked with beside certificates and devices: its pages share so much that a package for each noun costs 200 kB more in all.
    { root: 'pages/work', pages: [
      'account/accounts', 'account/account', 'account/edit',
      'audit/list',
      'channel/mine', 'channel/settings',
      'cover/list',
      'dictionary/list',
      'health/status',
      'import/certificates', 'import/devices', 'import/people', 'import/dictionary', 'import/accounts',
      'licence/list',
      'person/list', 'person/detail', 'person/edit',
      'plan/list', 'plan/why-not',
      'qualification/list',
      'record/job', 'record/batch', 'record/change', 'record/hand-over', 'record/export',
      'review/pack', 'review/year', 'review/loans',
      'rules/institution', 'rules/security', 'rules/institutions',
      'statistics/report', 'statistics/needs',
      'type/list', 'type/edit',
    ] },
  ],
  preloadRule: {
    'pages/home/home': { network: 'all', packages: ['pages/certificate/record', 'pages/me/account'] },
    'pages/certificate/list': { network: 'all', packages: ['pages/certificate/record'] },
    'pages/device/list': { network: 'all', packages: ['pages/device/record'] },
    'pages/inbox/list': { network: 'all', packages: ['pages/inbox/record'] },
    'pages/me/me': { network: 'all', packages: ['pages/work'] },
  },
  animation: false,
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  darkmode: true,
  themeLocation: 'theme.json',
  window: { enablePullDownRefresh: process.env.TARO_ENV === 'weapp', navigationStyle: 'custom', navigationBarTitleText: '操作证管家', navigationBarTextStyle: themed('navText', 'black') as 'black', backgroundColor: themed('paper', '#fcfcfa'), backgroundTextStyle: themed('pull', 'dark') as 'dark' },
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
