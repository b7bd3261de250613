import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const backend = process.env.PAINCHAIN_BACKEND ?? 'http://127.0.0.1:8000';

export default defineConfig({
  plugins: [react()],
  build: {
    // The Content-Security-Policy forbids fonts and scripts from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': backend, '/q': backend } },
  test: {
    environment: 'jsdom',
    // PatternFly's modules import style sheets, which Node cannot.
    css: false,
    server: { deps: { inline: [/@patternfly\//] } },
    setupFiles: ['./test/setup.ts'],
    include: ['test/**/*.test.{ts,tsx}'],
    env: { TZ: 'UTC' },
    restoreMocks: true,
    // A busy machine draws slowly.
    testTimeout: 20_000,
  },
});
