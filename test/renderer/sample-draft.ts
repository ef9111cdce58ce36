// A draft as the engine hands it out for review, for tests. Runs in vitest.
import type { Draft } from '#renderer/state/case-state.ts';

/** @param logs how many log files are in it */
export function sampleDraft(logs = 3): Draft {
  return {
    draftId: 'a2a8e0b0-3c7b-4d1e-9a55-0d6a4c8f1c11',
    summary: {
      caseReference: '7K3QX',
      files: Array.from({ length: logs }, (_, index) => ({
        path: `collected/commvault/logs/Instance001/CVD_${index}.log`,
        collector: 'commvault.logs',
        bytes: 1024,
        packedBytes: 100,
        redactions: index === 0 ? [{ rule: 'host', count: 4 }] : [],
        unredacted: false,
      })),
      redaction: {
        level: 'standard',
        rules: [{ rule: 'host', count: 4 }],
        withheld: [
          { path: 'collected/system/logs/System.evtx', reason: 'binary' },
          { path: 'collected/system/logs/odd.log', reason: 'unknown-encoding' },
        ],
      },
      outcomes: [{ collector: 'system.logs', status: 'failed', reason: 'permission-denied', durationMs: 3 }],
      checklist: [],
    },
  };
}
