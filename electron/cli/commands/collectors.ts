// `casepack collectors`: what can be collected. Runs in the command line's process.
import { collectors } from '#engine/collectors/registry.ts';
import { EXIT_DONE } from '../exit-codes.ts';
import { table } from '../terminal/table.ts';
import type { Run } from './run.ts';

/** With --json one object a collector. @returns the exit code. */
export function listCollectors({ voice, texts }: Run, json: boolean): number {
  const { cli, terms } = texts;
  const entries = collectors.map(({ id, platforms, needsAdmin }) => {
    const { name = '', reads = '' } = terms.collector[id] ?? {};
    return { id, name, platforms, needsAdmin, reads };
  });
  if (json) for (const entry of entries) voice.result({ type: 'collector', ...entry }, []);
  else {
    const { column } = cli;
    const rows = entries.map(({ id, platforms, needsAdmin, reads }) => [
      id,
      cli.list(platforms.map((platform) => cli.platform[platform])),
      cli.admin[needsAdmin],
      reads,
    ]);
    const titles = [column.id, column.platforms, column.admin, column.reads];
    voice.result(
      { type: 'collectors' },
      table(
        titles.map((title) => ({ title })),
        rows,
      ),
    );
  }
  return EXIT_DONE;
}
