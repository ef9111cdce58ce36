// `casepack reveal MAP|REFERENCE FILE`: a reply of the support engineer with the real names in it, on standard output. Runs in
// the command line's process.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { defaultDataFolder } from '#engine/data-folder.ts';
import { decodeText, readTextFile } from '#engine/own-files/read-text-file.ts';
import { readStandIns, readStandInsFile } from '#engine/redaction/saved-stand-ins.ts';
import type { StandIns } from '#engine/redaction/stand-ins.ts';
import { failure, type Result, success } from '#shared/ipc/result.ts';
import { CaseReference } from '#shared/schema/case-request.ts';
import { EXIT_BAD_INPUT, EXIT_DONE } from '../exit-codes.ts';
import type { InputProblem } from '../options/given.ts';
import { engineReport, inputReport } from '../problems/report.ts';
import type { Run } from './run.ts';

/** A reply with logs in it. */
const MAX_REPLY_BYTES = 256 * 1024 ** 2;

/** @param operands map or reference, file. @returns the exit code. */
export async function reveal(
  operands: readonly string[],
  leftover: readonly InputProblem[],
  run: Run,
): Promise<number> {
  const { voice, texts, surroundings } = run;
  const [map, file] = operands;
  const missing = ['MAP', 'FILE']
    .slice(operands.length)
    .map((label): InputProblem => ({ code: 'missing-argument', label, given: '' }));
  const problems = [...leftover, ...missing];
  for (const problem of problems) voice.problem(inputReport(problem, texts));
  if (map === undefined || file === undefined || problems.length > 0) return EXIT_BAD_INPUT;

  const standIns = await readMap(map, run);
  const text = await readText(file, run);
  for (const answer of [standIns, text]) {
    if (answer.ok) continue;
    for (const problem of answer.problems) voice.problem(engineReport(problem, undefined, texts));
  }
  if (!standIns.ok || !text.ok) return EXIT_BAD_INPUT;
  surroundings.stdout.write(standIns.value.reveal(text.value).text);
  return EXIT_DONE;
}

/** A file goes before a reference of the same name. */
async function readMap(map: string, { surroundings: { cwd, env } }: Run): Promise<Result<StandIns>> {
  const path = resolve(cwd, map);
  const reference = CaseReference.safeParse(map.toUpperCase());
  if (!reference.success || (await isFile(path))) return readStandInsFile(path);
  return readStandIns(defaultDataFolder(env), reference.data);
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** @param file `-` is the standard input. */
async function readText(file: string, { surroundings: { cwd, stdin } }: Run): Promise<Result<string>> {
  const path = resolve(cwd, file);
  if (file === '-') return success(decodeText(await buffer(stdin)));
  const read = await readTextFile(path, MAX_REPLY_BYTES);
  return read.ok ? success(read.text) : failure({ code: 'cannot-read', path, reason: read.reason });
}
