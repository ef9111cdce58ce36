// Writes the demo machine into a folder, in the form of a recorded host. Runs in the command line's process.
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DEMO_LOGS, demoLogText } from './demo-logs.ts';
import { DEMO_INSTANCES, registryFiles } from './demo-registry.ts';
import { demoHost, systemFiles } from './demo-system.ts';
import { rolledLogTime } from './demo-time.ts';

const HOUR_MS = 3_600_000;

interface DemoFile {
  readonly path: string;
  readonly text: string;
  readonly modifiedAt: Date;
}

/** @param folder exists and is empty. @param now the logs end shortly before. */
export async function writeDemoMachine(folder: string, now: Date): Promise<void> {
  await writeFile(join(folder, 'host.json'), JSON.stringify(demoHost));
  const files: readonly DemoFile[] = [
    ...[...systemFiles(now), ...DEMO_INSTANCES.flatMap(registryFiles)].map(([path, text]) => ({
      path,
      text,
      modifiedAt: now,
    })),
    ...logFiles(now),
  ];
  for (const { path, text, modifiedAt } of files) {
    const target = join(folder, 'root', path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
    await utimes(target, modifiedAt, modifiedAt);
  }
}

/** Twelve logs of each instance, the first of them also rolled half a day ago. */
function logFiles(now: Date): readonly DemoFile[] {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);
  return DEMO_INSTANCES.flatMap(({ logFolder, seed }) =>
    DEMO_LOGS.flatMap((log, index) => {
      const current = {
        path: `${logFolder}/${log.name}.log`,
        text: demoLogText(log, hoursAgo(12), now, seed * 100 + index),
        modifiedAt: now,
      };
      if (index > 0) return [current];
      const rolled = {
        path: `${logFolder}/${log.name}_${rolledLogTime(hoursAgo(12))}.log`,
        text: demoLogText(log, hoursAgo(36), hoursAgo(12), seed * 100 + 99),
        modifiedAt: hoursAgo(12),
      };
      return [rolled, current];
    }),
  );
}
