// `casepack verify FILE`: is a packet complete and unchanged? Runs in the command line's process.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { verifyReceived } from '#engine/encryption/verify-received.ts';
import type { VerifyReport } from '#engine/packet/verify-packet.ts';
import { EXIT_BAD_INPUT, EXIT_CANCELLED, EXIT_CHECK_FAILED, EXIT_DONE } from '../exit-codes.ts';
import type { InputProblem } from '../options/given.ts';
import { keysFromOptions } from '../options/keys-from-options.ts';
import { systemCode } from '../options/parse-path.ts';
import type { OptionValues } from '../options/raw-case.ts';
import { engineReport, inputReport } from '../problems/report.ts';
import { safeText } from '../terminal/safe-text.ts';
import { table } from '../terminal/table.ts';
import type { Run } from './run.ts';

/** @param file as given; undefined where it was forgotten. @returns the exit code. */
export async function verify(
  file: string | undefined,
  values: OptionValues,
  leftover: readonly InputProblem[],
  run: Run,
): Promise<number> {
  const { surroundings, voice, texts } = run;
  const path = file === undefined ? undefined : resolve(surroundings.cwd, file);
  const opening = await keysFromOptions(values, surroundings.env, surroundings.cwd);
  const problems = [...leftover, ...(await fileProblems(path)), ...opening.problems];
  for (const problem of problems) voice.problem(inputReport(problem, texts));
  if (path === undefined || problems.length > 0) return EXIT_BAD_INPUT;

  const { signal } = surroundings;
  let report: VerifyReport;
  try {
    report = await verifyReceived(path, opening.keys, { signal, onProgress: voice.progress });
  } catch (error) {
    if (!signal.aborted) throw error;
    voice.problem(engineReport({ code: 'cancelled' }, undefined, texts));
    return EXIT_CANCELLED;
  }
  voice.result({ type: 'verify', ...report }, reportLines(report, run));
  return report.ok ? EXIT_DONE : EXIT_CHECK_FAILED;
}

async function fileProblems(path: string | undefined): Promise<readonly InputProblem[]> {
  const label = 'FILE';
  if (path === undefined) return [{ code: 'missing-argument', label, given: '' }];
  try {
    const isFile = (await stat(path)).isFile();
    return isFile ? [] : [{ code: 'cannot-read', label, given: path, hint: 'EISDIR' }];
  } catch (error) {
    return [{ code: 'cannot-read', label, given: path, hint: systemCode(error) }];
  }
}

function reportLines(report: VerifyReport, { texts }: Run): readonly string[] {
  const { cli } = texts;
  const { files, problems, caseReference, ok } = report;
  const rows = files.map(({ path, bytes, state }) => [
    cli.fileState[state],
    bytes.toLocaleString('en'),
    path,
  ]);
  const columns = [
    { title: cli.column.state },
    { title: cli.column.bytes, align: 'right' as const },
    { title: cli.column.file },
  ];
  return [
    ...(rows.length === 0 ? [] : [...table(columns, rows), '']),
    ...problems.map(({ code, detail }) => safeText(cli.packetProblem[code](detail))),
    ok ? cli.verified(safeText(caseReference ?? ''), files.length) : cli.notVerified,
  ];
}
