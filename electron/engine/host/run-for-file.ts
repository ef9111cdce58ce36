// Runs a program that writes its answer into a file and nowhere else. Runs in the engine's process.
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from './host.ts';
import { runCommand } from './run-command.ts';

/** @returns what it wrote; undefined where it failed or wrote more than `maxBytes`. Nothing is left behind. */
export async function runForFile(
  command: (path: string) => Command,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  const folder = await mkdtemp(join(tmpdir(), `casepack-${process.pid}-`)).catch(() => undefined);
  if (folder === undefined) return undefined;
  const path = join(folder, 'answer');
  try {
    const { status } = await runCommand(command(path), signal);
    if (status !== 'ok' || (await stat(path)).size > maxBytes) return undefined;
    return await readFile(path);
  } catch {
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
