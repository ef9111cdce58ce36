import { describe, expect, it } from 'vitest';
import { fullRequest, planRequest } from '#main/engine-request.ts';
import type { PickedFiles } from '#main/picked-files.ts';
import type { WindowPlanRequest } from '#shared/ipc/contract.ts';
import { CaseRequest, PartialCaseRequest } from '#shared/schema/case-request.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';

const picked = {
  path: (id: string, kind: string) => `/${kind}/${id}.png`,
} as PickedFiles;
const planned: WindowPlanRequest = {
  problemArea: 'oracle',
  window: {},
  jobIds: ['1024'],
  screenshots: [{ id: 's1', caption: '错误窗口' }],
  attachments: ['a1'],
  logDirs: ['l1'],
  only: [],
  skip: ['system.logs'],
};

describe('planRequest', () => {
  it('is what the engine takes, with paths for ids', () => {
    const request = planRequest(planned, picked);
    expect(PartialCaseRequest.parse(request)).toEqual(request);
    expect(request).toMatchObject({
      screenshots: [{ path: '/screenshots/s1.png', name: 's1.png', caption: '错误窗口' }],
      attachments: [{ path: '/attachments/a1.png', name: 'a1.png' }],
      logDirs: ['/log-folder/l1.png'],
      skip: ['system.logs'],
    });
  });
});

describe('fullRequest', () => {
  it('carries everything the user typed', () => {
    const typed = { ...CaseRequest.parse(sampleRequest()), ...planned };
    const request = fullRequest(typed, picked);
    expect(CaseRequest.parse(request)).toEqual(request);
    expect(request).toMatchObject({ ccid: 'F96C9', problemArea: 'oracle', logDirs: ['/log-folder/l1.png'] });
  });
});
