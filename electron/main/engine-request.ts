// The window's case request with ids turned into the engine's with paths. Runs in the main process.

import { basename } from 'node:path';
import type { WindowCaseRequest, WindowPlanRequest } from '#shared/ipc/contract.ts';
import type { CaseRequest, PartialCaseRequest, UserFile } from '#shared/schema/case-request.ts';
import type { PickedFiles } from './picked-files.ts';

type FileLists = Pick<CaseRequest, 'screenshots' | 'attachments' | 'logDirs'>;

export function fullRequest(request: WindowCaseRequest, picked: PickedFiles): CaseRequest {
  return { ...request, ...fileLists(request, picked) };
}

/** The form is half filled: what it does not hold stays open, and does not matter for a plan. */
export function planRequest(request: WindowPlanRequest, picked: PickedFiles): PartialCaseRequest {
  return {
    contact: {},
    plan: 'standard',
    redaction: 'standard',
    keywords: [],
    sendBinaries: [],
    ...request,
    ...fileLists(request, picked),
  };
}

function fileLists(request: WindowPlanRequest, picked: PickedFiles): FileLists {
  const userFile = (id: string, kind: 'screenshots' | 'attachments'): UserFile => {
    const path = picked.path(id, kind);
    return { path, name: basename(path) };
  };
  return {
    screenshots: request.screenshots.map(({ id, caption }) => ({ ...userFile(id, 'screenshots'), caption })),
    attachments: request.attachments.map((id) => userFile(id, 'attachments')),
    logDirs: request.logDirs.map((id) => picked.path(id, 'log-folder')),
  };
}
