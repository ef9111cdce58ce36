// Tests of electron/engine/collectors/commvault/windows-services.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { parseServiceStates, windowsServices } from '#engine/collectors/commvault/windows-services.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';

const never = new AbortController().signal;

test('services by instance with their states; what sc.exe does not know is unknown', async () => {
  const services = await windowsServices(await recordedMachine('two-instances-windows'), never);
  expect(Object.fromEntries(services)).toEqual({
    Instance001: [
      { name: 'CvMessageQueue', state: 'unknown' },
      { name: 'GxApM', state: 'stopped' },
      { name: 'GxClMgrS', state: 'running' },
      { name: 'GxCVD', state: 'running' },
      { name: 'GxJobMgr', state: 'unknown' },
      { name: 'GXMLM', state: 'stopped' },
      { name: 'GxVssProv', state: 'unknown' },
    ],
    Instance002: [
      { name: 'GxCVD', state: 'running' },
      { name: 'GXMMM', state: 'running' },
    ],
  });
});

test('a machine that answers nothing has no services', async () => {
  expect((await windowsServices(await recordedMachine('windows-commserve'), never)).size).toBe(0);
});

test('states are told by number, whatever language Windows speaks', () => {
  const text = [
    'DIENSTNAME: GxCVD(Instance001)',
    'ANZEIGENAME: Commvault Communications Service (Instance001)',
    '        TYP                : 10  WIN32_OWN_PROCESS  ',
    '        STATUS             : 4  WIRD AUSGEFÜHRT ',
    '',
    'DIENSTNAME: Themes',
    'ANZEIGENAME: Designs',
    '        TYP                : 30  WIN32  ',
    '        STATUS             : 1  BEENDET ',
  ];
  expect(Object.fromEntries(parseServiceStates(text.join('\r\n')))).toEqual({
    'GxCVD(Instance001)': 'running',
    Themes: 'stopped',
  });
});
