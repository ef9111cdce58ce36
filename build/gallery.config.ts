// Test runner configuration of `npm run gallery`: pictures of every screen, for people to look through. Not part of
// `npm test`.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export default defineConfig({
  root: fromRoot(''),
  test: {
    pool: 'forks',
    globalSetup: [fromRoot('build/test-setup.ts'), fromRoot('build/journey-setup.ts')],
    include: ['test/gallery/**/*.test.ts'],
    maxWorkers: 1,
    testTimeout: 900_000,
  },
});
