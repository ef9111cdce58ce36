// Tests of electron/engine/collectors/commvault/instance-versions.ts. Runs in vitest.
import { describe, expect, it } from 'vitest';
import type { InstanceRegistry } from '#engine/collectors/commvault/instance-registry.ts';
import { registryVersions, statusVersions } from '#engine/collectors/commvault/instance-versions.ts';

function registry(sections: Record<string, Record<string, string>>): InstanceRegistry {
  const lower = Object.entries(sections).map(([section, values]): [string, Map<string, string>] => [
    section.toLowerCase(),
    new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value])),
  ]);
  return { instance: 'Instance001', source: 'R', sections: new Map(lower), text: '' };
}

describe('the registry', () => {
  it.each(['11.80.32.0', '11.0.0(BUILD80)'])('tells the build %s and no patch level', (build) => {
    expect(registryVersions(registry({ '': { sProductVersion: build } }))).toEqual({
      versions: [{ value: build, source: 'sProductVersion', confidence: 'documented' }],
      patchLevels: [],
    });
  });

  it('tells what updates left, which is only inferred', () => {
    const unix = registry({
      '': { sProductVersion: '11.80.36.0' },
      UpdateBinTransactions: { SPTranID: 'SP36_5100200', UP_Transaction: '12_5100999' },
    });
    expect(registryVersions(unix).patchLevels).toEqual([
      {
        value: '11.36.12',
        source: 'UpdateBinTransactions SPTranID, UP_Transaction',
        confidence: 'inferred',
      },
    ]);
    const windows = registry({
      '': { sProductVersion: '11.80.26.0' },
      UpdateBinTran: { SP_Transaction: 'SP26_4711' },
    });
    expect(registryVersions(windows).patchLevels).toEqual([
      { value: '11.26', source: 'UpdateBinTran SP_Transaction', confidence: 'inferred' },
    ]);
    const flags = registry({ UpdateFlags: { LastInstalledUpdateName: 'SP24_3900' } });
    expect(registryVersions(flags).patchLevels).toMatchObject([
      { value: 'SP24_3900', confidence: 'inferred' },
    ]);
  });

  it('names a version of Base only where it is another', () => {
    const same = registry({ '': { sProductVersion: '11.80.32.0' }, Base: { sVERSION: '11.80.32.0' } });
    expect(registryVersions(same).versions).toHaveLength(1);
    const other = registry({ '': { sProductVersion: '11.80.32.0' }, Base: { sVERSION: '11.80.30.0' } });
    expect(registryVersions(other).versions).toMatchObject([
      { value: '11.80.32.0' },
      { value: '11.80.30.0' },
    ]);
  });
});

describe('the status command', () => {
  it('tells version and patch level in three numbers', () => {
    const known = { value: '11.26.35', source: 'commvault status', confidence: 'documented' };
    expect(statusVersions('11.26.35', 'commvault status')).toEqual({
      versions: [known],
      patchLevels: [known],
    });
  });

  it.each(['11.80.32.0', '10.0.0(BUILD116)', '11.26'])('%s is a version and no patch level', (version) => {
    expect(statusVersions(version, 's')).toMatchObject({ versions: [{ value: version }], patchLevels: [] });
  });
});
