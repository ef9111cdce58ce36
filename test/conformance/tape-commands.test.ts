// Conformance: no collector can start a program that moves a tape or opens a tape device by its own path. Every collector
// collects on every recorded machine, and on one made to mislead it, for every problem area; all commands that were started,
// and all files below /dev that were touched, are held to the list of note "Tape commands". Runs in vitest.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { collectors } from '#engine/collectors/registry.ts';
import { HOST_ADAPTERS_SCRIPT } from '#engine/collectors/system/host-adapters-windows.ts';
import { genericDevice, tapeCommands } from '#engine/collectors/tape/tape-commands.ts';
import { tapeLibrary } from '#engine/collectors/tape/tape-library.ts';
import { WINDOWS_DEVICES_SCRIPT } from '#engine/collectors/tape/windows-devices.ts';
import type { Command, Host } from '#engine/host/host.ts';
import { ProblemArea } from '#shared/schema/problem-area.ts';
import { collect } from '#test/fixtures/collect.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';
import { fourDrives, sysfsFiles } from '#test/fixtures/sysfs-files.ts';

/** Everything of mtx, sg3-utils, mt-st and the like. */
const TAPE_PROGRAM =
  /(^|[\\/])(mtx|tapeinfo|loaderinfo|scsitape|scsieject|lsscsi|mt|mt-st|stinit|eject|tar|dd|itdt|ltfs|sg_?\w*)(\.exe)?$/;

const ALLOWED = [
  /^lsscsi -g$/,
  /^mtx -f \/dev\/sg\d+ (inquiry|status)$/,
  /^tapeinfo -f \/dev\/sg\d+$/,
  /^sg_inq \/dev\/sg\d+$/,
];

/** Words by which any of these programs would move or change something. */
const MOVING_WORDS = [
  ...['load', 'unload', 'transfer', 'exchange', 'position', 'inventory', 'eject', 'first', 'last', 'next'],
  ...['rewind', 'rewoffl', 'offline', 'erase', 'retension', 'invert', 'eepos', 'weof', 'fsf', 'bsf', 'seek'],
];

const machines = readdirSync(fileURLToPath(new URL('../fixtures/hosts', import.meta.url)));

/** What a line says without the folder its program was found in. */
function lineOf({ program, args }: Command): string {
  return [program.replace(/^\/usr\/sbin\//, ''), ...args].join(' ');
}

function recording(host: Host): { host: Host; commands: Command[]; touched: string[] } {
  const commands: Command[] = [];
  const touched: string[] = [];
  const touch = (path: string) => {
    if (path.startsWith('/dev')) touched.push(path);
  };
  return {
    commands,
    touched,
    host: {
      ...host,
      run: (command, signal) => {
        commands.push(command);
        return host.run(command, signal);
      },
      readText: (path, maxBytes) => {
        touch(path);
        return host.readText(path, maxBytes);
      },
      open: (path) => {
        touch(path);
        return host.open(path);
      },
      readEnds: (path, sizeBytes, bytes) => {
        touch(path);
        return host.readEnds(path, sizeBytes, bytes);
      },
    },
  };
}

function holdsToTheList(commands: readonly Command[]): void {
  for (const command of commands.filter(({ program }) => TAPE_PROGRAM.test(program))) {
    expect(ALLOWED.filter((allowed) => allowed.test(lineOf(command))).map(String)).toHaveLength(1);
    expect(command.timeoutMs).toBeLessThanOrEqual(60_000);
  }
  for (const { args } of commands) {
    for (const argument of args) expect(argument).not.toMatch(/\/dev\/(?!sg\d+$)/);
  }
}

test.each(machines)('on %s all collectors start only what is allowed', async (machine) => {
  const { host, commands, touched } = recording(await recordedMachine(machine, sysfsFiles(fourDrives)));
  for (const collector of collectors.filter(({ platforms }) => platforms.includes(host.platform))) {
    const findings = await collect(collector, host, { request: { problemArea: 'tape-library' } });
    for (const source of findings.sources ?? []) if (source.kind === 'command') commands.push(source.command);
  }
  holdsToTheList(commands);
  expect(touched).toEqual([]);
  // The machine was really asked, so that the list was put to use.
  if (host.platform === 'linux') {
    expect(commands.map(lineOf)).toEqual(expect.arrayContaining(['lsscsi -g', 'mtx -f /dev/sg2 inquiry']));
  }
});

test.each(ProblemArea.options)('a problem of area %s starts nothing else', async (problemArea) => {
  const machine = await recordedMachine('linux-mediaagent-4-drives', sysfsFiles(fourDrives));
  const { host, commands, touched } = recording(machine);
  await collect(tapeLibrary, host, { request: { problemArea } });
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) expect(ALLOWED.some((allowed) => allowed.test(lineOf(command)))).toBe(true);
  expect(touched).toEqual([]);
});

test('answers that mislead lead nowhere: nodes where generic devices belong, commands in names', async () => {
  const rows = ['/dev/nst0', '/dev/st0', '/dev/sg4;reboot', '/dev/sg4/../st0', '../dev/sg1', '/dev/sg', '-f']
    .map((node, at) => `[1:0:${at}:0]    tape    HP       Ultrium 5-SCSI   Z51U  /dev/st${at}   ${node}`)
    .concat('[1:0:9:0]    mediumx unload   eject 1          rewi  /dev/sch0  /dev/sch0');
  const machine = await recordedMachine('linux-client-no-tape');
  const stdout = Buffer.from(rows.join('\n'));
  const answer = { status: 'ok' as const, exitCode: 0, stdout, stderr: '', truncated: false };
  const { host, commands } = recording({ ...machine, run: async () => answer });
  const findings = await collect(tapeLibrary, host, { request: { problemArea: 'tape-library' } });
  expect(findings.facts?.tapeLibrary?.drives).toHaveLength(7);
  expect(commands.map(lineOf)).toEqual(['lsscsi -g']);
});

test('the table makes exactly the allowed commands', () => {
  const device = genericDevice('/dev/sg12');
  if (device === undefined) throw new Error('refused');
  const lines = Object.values(tapeCommands).map((make) => lineOf(make(device)));
  expect(lines.sort()).toEqual([
    ...['lsscsi -g', 'mtx -f /dev/sg12 inquiry', 'mtx -f /dev/sg12 status', 'sg_inq /dev/sg12'],
    'tapeinfo -f /dev/sg12',
  ]);
});

test.each([
  ...['/dev/st0', '/dev/nst0', '/dev/sch0', '/dev/changer', '/dev/sg', '/dev/sg1a', '/dev/sg1 ', ' /dev/sg1'],
  ...['/dev/sg1\n', '/dev/../dev/sg1', '/tmp/dev/sg1', 'sg1', '', '/dev/sg123456', '/dev/sg1/st0'],
])('%j is no generic device', (path) => expect(genericDevice(path)).toBeUndefined());

describe('the sources', () => {
  const folder = fileURLToPath(new URL('../../electron/engine/', import.meta.url));
  const sources = readdirSync(folder, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => {
      const code = readFileSync(join(folder, path), 'utf8');
      return [path, code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')] as const;
    });

  test('no word that moves a tape is written where tape programs are', () => {
    const words = new RegExp(`['"\`](${MOVING_WORDS.join('|')}|mt|mt-st|stinit)['"\`]`);
    const places = ['collectors/tape/', 'host/'];
    const near = sources.filter(([path]) => places.some((place) => path.startsWith(place)));
    expect(near.length).toBeGreaterThan(15);
    expect(near.filter(([, code]) => words.test(code)).map(([path]) => path)).toEqual([]);
  });

  test('only the table names these programs as programs, and only its runner starts them', () => {
    const program =
      /(?:program:|command\()\s*['"`][^'"`]*\b(?:mtx|tapeinfo|lsscsi|loaderinfo|sg_\w+|mt)['"`]/;
    const table = 'collectors/tape/tape-commands.ts';
    expect(sources.filter(([, code]) => program.test(code)).map(([path]) => path)).toEqual([table]);
    const starting = sources.filter(
      ([path, code]) => path.startsWith('collectors/tape/') && /\bhost\.run\b|\brun\(/.test(code),
    );
    expect(starting.map(([path]) => path).sort()).toEqual(['collectors/tape/macos-library.ts', table]);
  });

  test('no device path but generic ones is written anywhere', () => {
    const device = /['"`/]dev\/(?:n?st|sch|tape|changer|IBM)\w*/g;
    const found = sources.flatMap(([path, code]) =>
      (code.match(device) ?? []).map((hit) => `${path} ${hit}`),
    );
    // Names of links, read from their folder without opening what they lead to.
    expect(found).toEqual(['collectors/tape/linux-library.ts /dev/tape']);
  });
});

test.each([
  ['devices', WINDOWS_DEVICES_SCRIPT],
  ['host adapters', HOST_ADAPTERS_SCRIPT],
])('the PowerShell script for %s only reads', (_name, script) => {
  const reading = [
    ...['Get-CimInstance', 'Get-PnpDevice', 'Select-Object', 'Where-Object', 'ForEach-Object'],
    'ConvertTo-Json',
  ];
  const commands = script.match(/\b[A-Z][A-Za-z]+-[A-Z][A-Za-z]+/g) ?? [];
  expect(commands).toContain('Get-CimInstance');
  for (const command of commands) expect(reading).toContain(command);
  expect(script).not.toMatch(/&\s|\biex\b|\.(Reset|SetPowerState|Disable|Enable|Delete|Put)\b/);
});
