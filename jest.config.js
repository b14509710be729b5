const swc = { '^.+\\.[jt]sx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } } }] }

/**
 * Four projects, one per way of running the product:
 * `unit` rules and rooms alone, `functions` the built bundles through the emulator and the real SDKs,
 * `page` React pages in jsdom, `weapp` the built mini-program inside miniprogram-simulate.
 * @type {import('jest').Config}
 */
module.exports = {
  projects: [
    {
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/{domain,contract,cloud,cloudfunctions,emulator,demo,deploy,backup,src}/**/*.test.ts'],
      transform: swc,
      setupFiles: ['<rootDir>/scripts/jest/seed.js'],
    },
    {
      displayName: 'functions',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/{cloud,cloudfunctions,emulator,demo,bench,backup,founding,simulation}/**/*.spec.ts'],
      transform: swc,
      setupFiles: ['<rootDir>/scripts/jest/seed.js'],
    },
    {
      displayName: 'page',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/src/**/*.test.tsx'],
      transform: { '^.+\\.(m?[jt]sx?)$': 'babel-jest' },
      transformIgnorePatterns: ['^(?:(?!/node_modules/).)*/node_modules/(?!(@tarojs|taro-ui|@stencil|swiper|lodash-es|ics|nanoid|query-string|decode-uri-component|split-on-first|filter-obj|ssr-window|jsonp-retry|runes2|swr|valibot)/)'],
      setupFiles: ['<rootDir>/scripts/jest/page-setup.js'],
      setupFilesAfterEnv: ['<rootDir>/scripts/jest/page-patience.js'],
      moduleNameMapper: {
        '\\.(css|scss)$': 'identity-obj-proxy',
        '\\.(png|jpg|svg)$': '<rootDir>/scripts/jest/file.js',
        '^@tarojs/taro$': '@tarojs/taro-h5',
        '^@tarojs/components$': '@tarojs/components/lib/react',
      },
    },
    {
      displayName: 'weapp',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/e2e/weapp/**/*.spec.js'],
      transform: {},
    },
  ],
}
