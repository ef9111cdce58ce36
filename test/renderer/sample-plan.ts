// A plan as the engine answers it, for tests. Runs in vitest.
import type { CasePlan } from '#shared/schema/case-plan.ts';
import type { ChecklistItem } from '#shared/schema/checklist.ts';

const item = (id: ChecklistItem['item'], state: ChecklistItem['state'], required = true): ChecklistItem => ({
  item: id,
  required,
  state,
  detail: state === 'provided' ? 'x' : '',
});

/** Two instances whose version is known and whose patch level is not; no tape library, as asked for. */
export function samplePlan(changes: Partial<CasePlan> = {}): CasePlan {
  return {
    files: [
      { path: 'collected/os/release/system.txt', collector: 'os.release', sizeBytes: 100 },
      {
        path: 'collected/commvault/logs/Instance001/CVD.log',
        collector: 'commvault.logs',
        sizeBytes: 5_000_000,
      },
      {
        path: 'collected/commvault/logs/Instance001/CVMA.log',
        collector: 'commvault.logs',
        sizeBytes: 1_000_000,
      },
      { path: 'collected/system/logs/dmesg.txt', collector: 'system.logs' },
    ],
    leftOut: [],
    totalBytes: 6_000_100,
    facts: {
      commvault: {
        instances: [
          {
            instance: 'Instance001',
            version: '11.80.32.0',
            roles: [],
            source: '/etc',
            logDir: '/var/log/cv',
          },
          { instance: 'Instance002', version: '11.80.32.0', roles: [], source: '/etc' },
        ],
      },
    },
    outcomes: [
      { collector: 'os.release', status: 'ok', durationMs: 1 },
      { collector: 'commvault.logs', status: 'ok', durationMs: 1 },
      { collector: 'system.logs', status: 'partial', reason: 'permission-denied', durationMs: 1 },
    ],
    checklist: [
      item('ccid', 'missing'),
      item('commvault-version', 'provided'),
      item('patch-level', 'missing'),
      item('tape-library', 'missing'),
      item('title', 'missing'),
      item('commvault-logs', 'provided'),
      item('screenshots', 'missing', false),
    ],
    ...changes,
  };
}
