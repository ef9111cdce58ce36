import { describe, expect, it } from 'vitest';
import { readAudit } from '../../build/package/audit-shipped.mjs';

describe('readAudit', () => {
  it('takes a report without findings for a pass', () => {
    expect(readAudit('{"auditReportVersion":2,"vulnerabilities":{}}')).toEqual({ found: [] });
  });
  it('names what was found', () => {
    const report = {
      auditReportVersion: 2,
      vulnerabilities: { zod: { name: 'zod', severity: 'high', range: '<4' } },
    };
    expect(readAudit(JSON.stringify(report))).toMatchObject({ found: [{ name: 'zod', severity: 'high' }] });
  });
  it.each([
    '{"message":"405 Method Not Allowed","error":{"summary":""}}',
    '{"error":{"code":"ENOLOCK","summary":"no lock"}}',
    'npm error audit endpoint returned an error',
    '',
  ])('never takes a refusal for a pass: %s', (output) => {
    expect(readAudit(output)).toHaveProperty('refused');
  });
});
