interface Setting { privacyContractName?: string }
declare const wx: { getPrivacySetting?: (call: { success: (setting: Setting) => void; fail: () => void }) => void; openPrivacyContract?: () => void }

/** How 隐私保护指引 is called in WeChat's console; '' where WeChat is too old to know one. */
export const contractName = (): Promise<string> => new Promise((resolve) => {
  if (!wx.getPrivacySetting) return resolve('')
  wx.getPrivacySetting({ success: ({ privacyContractName = '' }) => resolve(privacyContractName), fail: () => resolve('') })
})

export const openContract = (): void => wx.openPrivacyContract?.()
