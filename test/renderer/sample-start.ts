// What the main process and the engine answer to a window that starts, for tests. Runs in vitest.

import type { MachineInfo, StartInfo } from '#shared/ipc/contract.ts';
import { builtInPolicy } from '#shared/policy/built-in-policy.ts';
import type { ResponseClock } from '#shared/schema/response-clock.ts';
import { SEVERITY_LEVELS, type SupportPlan } from '#shared/schema/severity.ts';

export function sampleStart(changes: Partial<StartInfo> = {}): StartInfo {
  return {
    version: '0.0.0-test',
    language: 'en',
    settings: {},
    outputFolder: '/home/w/Documents',
    drafts: [],
    unfinished: [],
    ...changes,
  };
}

/** By when a case opened on a Wednesday morning is answered. */
export function sampleClock(plan: SupportPlan): ResponseClock {
  const respondBy = '2026-11-18T11:30:00+08:00';
  const levels = SEVERITY_LEVELS.map((level) => ({ level, respondBy, closedDays: [] }));
  return { plan, timeZone: 'Asia/Shanghai', levels };
}

export const sampleMachine: MachineInfo = {
  platform: 'linux',
  collectors: [
    { id: 'os.release', needsAdmin: 'never' },
    { id: 'commvault.logs', needsAdmin: 'for-some' },
    { id: 'system.logs', needsAdmin: 'for-some' },
  ],
  elevated: true,
  policy: builtInPolicy,
};
