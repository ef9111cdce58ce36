// Tests of electron/engine/collectors/commvault/commvault-install-logs.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { commvaultInstallLogs } from '#engine/collectors/commvault/commvault-install-logs.ts';
import { look, namesOf } from '#test/fixtures/look.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';

const installation = { request: { problemArea: 'installation' as const } };

test('logs of installing on Linux, without the answers of a silent installation', async () => {
  const findings = await look(commvaultInstallLogs, await recordedMachine('linux-commserve'), installation);
  expect(namesOf(findings)).toEqual(['gxsetup/Install/cvinstall_1.log']);
  expect(findings.leftOut).toEqual([
    { reason: 'not-a-log', about: '/var/log/.gxsetup/default.xml', sizeBytes: expect.any(Number) },
  ]);
  expect(findings.notes).toEqual([]);
});

test('logs of installing on Windows', async () => {
  const host = await recordedMachine('two-instances-windows');
  const findings = await look(commvaultInstallLogs, host, installation);
  expect(namesOf(findings)).toEqual(['LogFiles/Install.log']);
  expect(findings.leftOut).toMatchObject([{ reason: 'not-a-log' }]);
});

test('only for a problem with installing, or when asked for by name', async () => {
  const host = await recordedMachine('linux-commserve');
  const asked = { request: { problemArea: 'backup' as const, only: ['commvault.install-logs'] } };
  expect(await look(commvaultInstallLogs, host)).toEqual({ skipped: 'other-area' });
  expect(namesOf(await look(commvaultInstallLogs, host, asked))).toHaveLength(1);
});

test('a machine without them is no failure', async () => {
  const host = await recordedMachine('oem-linux');
  expect(await look(commvaultInstallLogs, host, installation)).toEqual({ skipped: 'no-install-log' });
});
