// LEFT-OUT.txt: what a collector saw and did not take, first how much for each reason. Runs in the engine's process.
import type { Note } from '../collectors/collector.ts';

/** Columns parted by tabs; lines of the summary begin with #. */
export function leftOutText(leftOut: readonly Note[]): string {
  const totals = new Map<string, { files: number; bytes: number }>();
  for (const { reason, sizeBytes = 0 } of leftOut) {
    const { files, bytes } = totals.get(reason) ?? { files: 0, bytes: 0 };
    totals.set(reason, { files: files + 1, bytes: bytes + sizeBytes });
  }
  return [
    '# reason\tfiles\tbytes',
    ...[...totals].map(([reason, { files, bytes }]) => `# ${reason}\t${files}\t${bytes}`),
    ...leftOut.map(({ reason, about, sizeBytes, detail }) =>
      [reason, about, sizeBytes ?? '', detail ?? ''].join('\t').trimEnd(),
    ),
    '',
  ].join('\n');
}
