// Tests of electron/engine/host/recorded-host.ts. Runs in vitest.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isTrouble } from '#engine/host/host.ts';
import { createRecordedHost } from '#engine/host/recorded-host.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { sampleHardware } from '#test/fixtures/sample-hardware.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const REG = 'C:\\Windows\\System32\\reg.exe';
const never = new AbortController().signal;

async function recordedHost() {
  const folder = await temporaryFolder();
  const host = {
    platform: 'win32',
    arch: 'x64',
    kernelVersion: '10.0.20348',
    hostName: 'CS01',
    timeZone: 'Asia/Shanghai',
    elevated: false,
    env: { SystemRoot: 'C:\\Windows' },
    now: '2026-11-20T10:15:30+08:00',
    hardware: sampleHardware,
    commands: [
      { program: REG, args: ['query', 'A B'], stdout: 'with these arguments' },
      { program: REG, args: ['query', 'missing'], stderr: 'ERROR', exitCode: 1 },
      { program: 'any', stdoutFile: 'commands/any.txt' },
    ],
  };
  await plantFiles(folder, {
    'host.json': JSON.stringify(host),
    'commands/any.txt': Buffer.from('b1b8b7dd', 'hex'),
    'root/C/Program Files/Log Files/CVD.log': 'hello',
    'root/etc/os-release': 'planted',
  });
  return { folder, host: await createRecordedHost(folder) };
}

const command = (program: string, args: string[] = [], maxOutputBytes = 100) => ({
  program,
  args,
  timeoutMs: 1_000,
  maxOutputBytes,
});

test('Windows and Unix paths lead into the recording', async () => {
  const { host } = await recordedHost();
  const logs = 'C:\\Program Files\\Log Files';
  expect(await host.list(logs)).toMatchObject([{ name: 'CVD.log', kind: 'file', sizeBytes: 5 }]);
  expect(await host.info('c:\\nothing')).toEqual({ trouble: 'ENOENT' });
  expect(await host.readText('/etc/os-release', 100)).toBe('planted');
  const file = await host.open(`${logs}\\CVD.log`);
  if (isTrouble(file)) throw new Error(file.trouble);
  const target = Buffer.alloc(5);
  expect(await file.read(target, 0)).toBe(5);
  expect(target.toString()).toBe('hello');
  await file.close();
});

test('a path inside the recording stays as it is', async () => {
  const { host, folder } = await recordedHost();
  expect(await host.readText(join(folder, 'root/etc/os-release'), 100)).toBe('planted');
});

test('commands answer as recorded, others do not exist', async () => {
  const { host } = await recordedHost();
  const known = await host.run(command(REG, ['query', 'A B']), never);
  expect(known).toMatchObject({ status: 'ok', exitCode: 0 });
  expect(known.stdout.toString()).toBe('with these arguments');
  expect(await host.run(command(REG, ['query', 'missing']), never)).toMatchObject({
    status: 'failed',
    exitCode: 1,
    stderr: 'ERROR',
  });
  expect(await host.run(command(REG, ['query', 'A', 'B']), never)).toMatchObject({ status: 'not-found' });
  const raw = await host.run(command('any', ['x'], 2), never);
  expect(raw).toMatchObject({ status: 'ok', truncated: true });
  expect(raw.stdout).toEqual(Buffer.from('b1b8', 'hex'));
});

test('clock, names and hardware are the recorded ones', async () => {
  const { host } = await recordedHost();
  expect(host.now().toISOString()).toBe('2026-11-20T02:15:30.000Z');
  expect(await host.hardware()).toEqual(sampleHardware);
  expect(host).toMatchObject({ hostName: 'CS01', platform: 'win32', elevated: false });
});

test('a recording of another shape is refused', async () => {
  const folder = await temporaryFolder();
  await plantFiles(folder, { 'host.json': '{"platform":"beos"}' });
  await expect(createRecordedHost(folder)).rejects.toThrow();
});
