// `casepack verify FILE`: is a packet complete and unchanged, be it whole or in parts? Runs in the command line's process.
import { resolve } from 'node:path';
import { type VerifiedPacket, verifyPath } from '#engine/email/verify-path.ts';
import { verifyReceived } from '#engine/encryption/verify-received.ts';
import type { VerifyReport } from '#engine/packet/verify-packet.ts';
import { safeText } from '#shared/safe-text.ts';
import { EXIT_BAD_INPUT, EXIT_CANCELLED, EXIT_CHECK_FAILED, EXIT_DONE } from '../exit-codes.ts';
import type { InputProblem } from '../options/given.ts';
import { keysFromOptions } from '../options/keys-from-options.ts';
import type { OptionValues } from '../options/raw-case.ts';
import { engineReport, inputReport } from '../problems/report.ts';
import { table } from '../terminal/table.ts';
import { packetFileProblems } from './packet-file.ts';
import type { Run } from './run.ts';

/** @param file as given, which may be a folder; undefined where it was forgotten. @returns the exit code. */
export async function verify(
  file: string | undefined,
  values: OptionValues,
  leftover: readonly InputProblem[],
  run: Run,
): Promise<number> {
  const { surroundings, voice, texts } = run;
  const path = file === undefined ? undefined : resolve(surroundings.cwd, file);
  const opening = await keysFromOptions(values, surroundings.env, surroundings.cwd);
  const problems = [...leftover, ...(await packetFileProblems(path, true)), ...opening.problems];
  for (const problem of problems) voice.problem(inputReport(problem, texts));
  if (path === undefined || problems.length > 0) return EXIT_BAD_INPUT;

  const { signal, threadFile } = surroundings;
  let packets: readonly VerifiedPacket[];
  try {
    const context = {
      signal,
      onProgress: voice.progress,
      ...(threadFile === undefined ? {} : { threadFile }),
    };
    packets = await verifyPath(path, context, (whole) => verifyReceived(whole, opening.keys, context));
  } catch (error) {
    if (!signal.aborted) throw error;
    voice.problem(engineReport({ code: 'cancelled' }, undefined, texts));
    return EXIT_CANCELLED;
  }
  if (packets.length === 0) {
    voice.problem({ code: 'not-a-packet', message: texts.cli.nothingToVerify(path) });
    return EXIT_BAD_INPUT;
  }
  for (const { name, parts, report } of packets) {
    const lines = reportLines(report, run);
    const all = report.ok && parts > 1 ? [texts.cli.verifiedParts(safeText(name), parts)] : [];
    const record = { type: 'verify', name, parts, ...report };
    voice.result(record, [...lines.slice(0, -1), ...all, ...lines.slice(-1)]);
  }
  return packets.every(({ report }) => report.ok) ? EXIT_DONE : EXIT_CHECK_FAILED;
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
