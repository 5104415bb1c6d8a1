import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  // The package of that name, not the part of Node that is going away.
  resolve: { alias: { punycode: 'punycode/' } },
  test: {
    include: [
      'tests/{architecture,styles}.test.ts',
      'tests/{unit,contract,components,simulation}/**/*.test.{ts,tsx}',
    ],
    environment: 'node',
    // Browsers have it; Node has it one version later.
    setupFiles: ['temporal-polyfill/global'],
    testTimeout: 20_000,
    // It is written for bundlers: Node would look for the names of its files as they stand.
    server: { deps: { inline: ['twitter-text'] } },
    coverage: {
      // What promises that nothing is lost or doubled has no line that no test has run.
      include: ['lib/outbox/**', 'lib/buffer/budget.ts'],
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
      reporter: ['text'],
      reportsDirectory: 'test-results/coverage',
    },
  },
});
