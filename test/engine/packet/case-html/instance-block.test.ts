// Tests of electron/engine/packet/case-html/instance-block.ts. Runs in vitest.
import { expect, it } from 'vitest';
import { instanceBlock } from '#engine/packet/case-html/instance-block.ts';
import type { SourcedValue } from '#shared/schema/facts.ts';

const instance = { instance: 'Instance001', roles: ['CommServe'], source: 'HKLM\\X' };
const found = (value: string, source: string): SourcedValue => ({ value, source, confidence: 'documented' });

it('shows every source of a version, and that they differ', () => {
  const { markup } = instanceBlock({
    ...instance,
    version: '11.26.36',
    versions: [
      { value: '11.26.36', source: 'user', confidence: 'stated' },
      found('11.26.35', 'commvault status'),
    ],
  });
  expect(markup).toContain('11.26.35');
  expect(markup).toContain('commvault status');
  expect(markup).toContain('来源不一致');
  expect(markup).toContain('sources differ');
  expect(markup).toContain('the user');
});

it('does not call a build string a contradiction', () => {
  const versions = [found('11.26.35', 'commvault status'), found('11.80.32.0', 'sProductVersion')];
  const { markup } = instanceBlock({ ...instance, version: '11.26.35', versions });
  expect(markup).toContain('11.80.32.0');
  expect(markup).not.toContain('sources differ');
});

it('shows an inferred patch level as not confirmed', () => {
  const patchLevels = [{ value: '11.26', source: 'SP_Transaction', confidence: 'inferred' as const }];
  const { markup } = instanceBlock({ ...instance, patchLevels });
  expect(markup).toContain('not confirmed');
  expect(markup).toContain('inferred, to be confirmed');
  expect(instanceBlock(instance).markup).not.toContain('not confirmed');
});

it('shows services with their states', () => {
  const services = [
    { name: 'GxCVD', state: 'running' as const },
    { name: 'GxApM', state: 'stopped' as const },
  ];
  const { markup } = instanceBlock({ ...instance, services });
  expect(markup).toMatch(/GxCVD <span class="soft">.*running/);
  expect(markup).toMatch(/GxApM <span class="missing">.*stopped/);
});
