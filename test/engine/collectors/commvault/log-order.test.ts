// Tests of electron/engine/collectors/commvault/log-order.ts. Runs in vitest.
import { describe, expect, it } from 'vitest';
import { LogFile } from '#engine/collectors/commvault/log-file.ts';
import { byWorth, hasLogsOf } from '#engine/collectors/commvault/log-order.ts';

const file = (relativePath: string, day: number) =>
  new LogFile(
    {
      path: `/logs/${relativePath}`,
      relativePath,
      sizeBytes: 1,
      modifiedAt: new Date(2026, 10, day),
      within: '/logs',
    },
    'Instance001',
  );
const pathsOf = (files: readonly { relativePath: string }[]) => files.map(({ relativePath }) => relativePath);

describe('logs by their worth', () => {
  const files = [
    file('CVMAnything.log', 20),
    file('CVMA.log', 10),
    file('cvma_2026_11_05_00_00_00.log', 5),
    file('CVMA_1.log.gz', 4),
    file('CVD.log', 7),
    file('FileScan.log', 9),
    file('Old/MEDIAMANAGER.LOG', 8),
  ];

  it('puts the logs of the area and those for any problem first, each newest first', () => {
    expect(pathsOf(byWorth(files, 'tape-library'))).toEqual([
      'CVMA.log',
      'Old/MEDIAMANAGER.LOG',
      'CVD.log',
      'cvma_2026_11_05_00_00_00.log',
      'CVMA_1.log.gz',
      'CVMAnything.log',
      'FileScan.log',
    ]);
  });

  it('puts what names the job before all', () => {
    const named = new Set(files.filter(({ relativePath }) => relativePath === 'FileScan.log'));
    expect(pathsOf(byWorth(files, 'tape-library', named))[0]).toBe('FileScan.log');
  });

  it('obeys another table', () => {
    const areas = { any: [], byArea: { backup: ['CVMAnything'] } };
    expect(pathsOf(byWorth(files, 'backup', new Set(), areas))[0]).toBe('CVMAnything.log');
    expect(hasLogsOf('backup', files, areas)).toBe(true);
    expect(hasLogsOf('nas', files, areas)).toBe(true);
  });
});

describe('logs of an area', () => {
  it('are told by the whole base name in any case, rolled and compressed ones too', () => {
    expect(hasLogsOf('tape-library', [file('libraryserver_3.log.zip', 1)])).toBe(true);
    expect(hasLogsOf('tape-library', [file('LibraryServerHelper.log', 1)])).toBe(false);
  });

  it('are not asked for where the area has none of its own', () => {
    expect(hasLogsOf('other', [])).toBe(true);
    expect(hasLogsOf('backup', [])).toBe(false);
  });
});
