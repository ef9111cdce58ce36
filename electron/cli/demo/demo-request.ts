// The case that the demo opens for its machine. Runs in the command line's process.
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';

/** @param now the event was an hour ago. */
export function demoRequest(now: Date): PartialCaseRequest {
  return {
    ccid: 'F96C9',
    company: '示例公司 Demo Company',
    contact: { name: '李工 Li', phone: '010-00000000', extension: '8001', email: 'li@demo.example' },
    plan: 'premium',
    severity: 2,
    problemArea: 'backup',
    title: '夜间备份失败：磁带驱动器未就绪 / Nightly backup fails: drive not ready',
    description:
      '昨晚作业 230815 失败，驱动器 ULT3580-TD8_2 在 300 秒内未就绪，之后被标记为脱机。\n' +
      'Job 230815 failed last night: drive ULT3580-TD8_2 did not become ready within 300 seconds and was marked offline.',
    occurredAt: new Date(now.getTime() - 3_600_000).toISOString(),
    jobIds: ['230815'],
    window: {},
    patchLevel: '11.32.45',
    screenshots: [],
    attachments: [],
    logDirs: [],
    only: [],
    skip: [],
    redaction: 'standard',
    keywords: [],
    sendBinaries: [],
  };
}
