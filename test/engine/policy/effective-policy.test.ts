import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyPolicy } from '#engine/policy/apply-policy.ts';
import { machinePolicy } from '#engine/policy/effective-policy.ts';
import { machinePolicyFile } from '#engine/policy/machine-policy-file.ts';
import { planCase, prepareCase } from '#engine/prepare-case.ts';
import { builtInPolicy } from '#shared/policy/built-in-policy.ts';
import { plantLinuxHost } from '#test/fixtures/plant-linux-host.ts';
import { sampleContext } from '#test/fixtures/sample-context.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

async function policyOf(text: string) {
  const file = join(await temporaryFolder(), 'policy.json');
  await writeFile(file, text);
  return machinePolicy({ CASEPACK_POLICY: file });
}

it('lies where only administrators write', () => {
  expect(machinePolicyFile({}, 'linux')).toBe('/etc/casepack/policy.json');
  expect(machinePolicyFile({}, 'darwin')).toBe('/Library/Application Support/Casepack/policy.json');
  expect(machinePolicyFile({ ProgramData: 'D:\\Data' }, 'win32')).toMatch(/^D:\\Data.Casepack.policy\.json$/);
});

describe('machinePolicy', () => {
  it('is the built-in one without a file', async () => {
    expect(await machinePolicy({})).toEqual(builtInPolicy);
  });
  it('puts the values of the file over the built-in ones, part by part', async () => {
    const policy = await policyOf(
      '{"formatVersion":1,"support":{"hotline":"400-1"},"redaction":{"minimum":"strict"}}',
    );
    expect(policy.support).toEqual({ ...builtInPolicy.support, hotline: '400-1' });
    expect(policy).toMatchObject({
      redactionMinimum: 'strict',
      mayCollect: true,
      sources: { 'support.hotline': 'file', 'support.edition': 'built-in', defaults: 'built-in' },
    });
  });
  it('takes the strictest value where a section is broken', async () => {
    const policy = await policyOf('{"formatVersion":1,"redaction":{"minimum":"sloppy"}}');
    expect(policy).toMatchObject({
      redactionMinimum: 'strict',
      mayCollect: false,
      sources: { 'redaction.keywords': 'closed' },
    });
  });
  it('goes on where what is broken restricts nothing', async () => {
    const policy = await policyOf('{"formatVersion":1,"support":{"hotline":1}}');
    expect(policy).toMatchObject({ mayCollect: true, support: builtInPolicy.support });
    expect(policy.troubles).toHaveLength(1);
  });
});

describe('applyPolicy', () => {
  const rules = {
    ...builtInPolicy,
    defaults: { plan: 'premium' as const, company: '总行' },
    locked: ['plan' as const],
    redactionMinimum: 'standard' as const,
    keywords: ['核心'],
    collectorsOff: ['tape'],
  };
  it('locks, adds and never loosens', () => {
    const request = sampleRequest({ plan: 'standard', redaction: 'off', keywords: ['甲方'], skip: ['os'] });
    expect(applyPolicy(request, rules)).toMatchObject({
      plan: 'premium',
      company: '某某银行股份有限公司',
      redaction: 'standard',
      keywords: ['甲方', '核心'],
      skip: ['os', 'tape'],
    });
    expect(applyPolicy(sampleRequest({ redaction: 'strict' }), rules).redaction).toBe('strict');
  });
});

describe('the engine', () => {
  it('never runs what the policy switches off, even if it is asked to', async () => {
    const host = await plantLinuxHost(await temporaryFolder());
    const context = { ...sampleContext(host), rules: { ...builtInPolicy, collectorsOff: ['os'] } };
    const planned = await planCase(sampleRequest({ only: ['os.release'] }), context);
    if (!planned.ok) throw new Error('no plan');
    expect(planned.value.files.filter(({ collector }) => collector.startsWith('os.'))).toEqual([]);
  });
  it('collects nothing while the policy cannot be understood', async () => {
    const host = await plantLinuxHost(await temporaryFolder());
    const rules = await policyOf('{');
    const prepared = await prepareCase(
      sampleRequest(),
      { allowIncomplete: true },
      { ...sampleContext(host), rules },
    );
    expect(prepared).toMatchObject({ ok: false, problems: [{ code: 'policy-broken', file: rules.file }] });
  });
});
