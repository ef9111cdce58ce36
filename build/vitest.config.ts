// Test runner configuration (`npm test`). Two projects: `modules` (fast, by far the most) and `journeys` (whole cases
// through the real command and the real window). Journeys come last and one at a time, because they measure time
// and memory; only they need Electron.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { CountReporter } from './count-reporter.ts';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export default defineConfig({
  root: fromRoot(''),
  plugins: [react()],
  test: {
    pool: 'forks',
    environment: 'node',
    globalSetup: fromRoot('build/test-setup.ts'),
    // Tests keep their maps and history away from the user's own.
    env: { CASEPACK_DATA: join(tmpdir(), `casepack-test-data-${process.pid}`) },
    reporters: ['default', new CountReporter()],
    projects: [
      {
        extends: true,
        test: {
          name: 'modules',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/journeys/**', 'test/gallery/**'],
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.{ts,tsx}'],
          globalSetup: fromRoot('build/journey-setup.ts'),
          maxWorkers: 1,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
