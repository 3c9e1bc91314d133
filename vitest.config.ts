import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Beside the installed packages, which git ignores.
  cacheDir: 'node_modules/.cache/public-square/vitest',
  test: {
    // Vitest leaves one processor free, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['src/e2e/**', 'scripts/network/**'],
          // No verdict by the clock: property tests try thousands of inputs, and commands are programs of their own, on machines that may be busy.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'built',
          include: ['src/e2e/built/**/*.test.ts'],
          // One process reads and parses each page once, for all files of tests.
          isolate: false,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'network',
          include: ['scripts/network/**/*.test.ts'],
          // Each starts programs of its own, and builds with Astro's one cache.
          fileParallelism: false,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
