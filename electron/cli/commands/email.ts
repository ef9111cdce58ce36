// `casepack email FILE`: a packet as e-mail drafts. Runs in the command line's process.
import { resolve } from 'node:path';
import { saveForEmail } from '#engine/email/save-for-email.ts';
import { safeText } from '#shared/safe-text.ts';
import type { EmailDrafts } from '#shared/schema/email-drafts.ts';
import { EXIT_BAD_INPUT, EXIT_DONE, exitCodeOf } from '../exit-codes.ts';
import type { Given, InputProblem } from '../options/given.ts';
import { InputReport } from '../options/input-report.ts';
import { outFolderProblem } from '../options/parse-path.ts';
import { parseMessageSize } from '../options/parse-size.ts';
import { parseEmail } from '../options/parse-text.ts';
import type { OptionValues } from '../options/raw-case.ts';
import { engineReport, inputReport } from '../problems/report.ts';
import { formatBytes } from '../terminal/amounts.ts';
import { packetFileProblems } from './packet-file.ts';
import { engineContext, type Run } from './run.ts';

const DEFAULT_MAX_MESSAGE_BYTES = 20e6;

/** @param file as given; undefined where it was forgotten. @returns the exit code. */
export async function email(
  file: string | undefined,
  values: OptionValues,
  leftover: readonly InputProblem[],
  run: Run,
): Promise<number> {
  const { surroundings, voice, texts } = run;
  const baseFolder = surroundings.cwd;
  const path = file === undefined ? undefined : resolve(baseFolder, file);
  const report = new InputReport();
  const addresses = (name: 'mailTo' | 'mailCc', label: string) =>
    report.takeAll(listed(values[name], label, baseFolder), parseEmail);
  const context = await engineContext(run);
  const rules = context.rules?.sending;
  const to = values.mailTo === undefined ? (rules?.mailTo ?? []) : addresses('mailTo', '--mail-to');
  const cc = values.mailCc === undefined ? (rules?.mailCc ?? []) : addresses('mailCc', '--mail-cc');
  const size =
    typeof values.maxMessage === 'string' ? values.maxMessage : defaultSize(rules?.maxMessageBytes);
  const maxMessageBytes = report.take({ text: size, label: '--max-message', baseFolder }, parseMessageSize);
  const out = { text: typeof values.out === 'string' ? values.out : '.', label: '--out', baseFolder };
  const folderProblem = await outFolderProblem(out);
  const problems: readonly InputProblem[] = [
    ...leftover,
    ...(await packetFileProblems(path)),
    ...(values.mailTo === undefined && to.length === 0
      ? [{ code: 'no-recipient' as const, label: '--mail-to', given: '' }]
      : []),
    ...report.problems,
    ...(folderProblem === undefined ? [] : [folderProblem]),
  ];
  for (const problem of problems) voice.problem(inputReport(problem, texts));
  if (path === undefined || maxMessageBytes === undefined || problems.length > 0) return EXIT_BAD_INPUT;

  const folder = resolve(baseFolder, out.text);
  const saved = await saveForEmail(path, { to, cc, maxMessageBytes, folder }, context);
  if (!saved.ok) {
    for (const problem of saved.problems) voice.problem(engineReport(problem, undefined, texts));
    return exitCodeOf(saved.problems);
  }
  tellDrafts(saved.value, run);
  return EXIT_DONE;
}

/** Every draft on a line of its own, for scripts as for people. */
function tellDrafts(
  { drafts, folder, caseReference }: EmailDrafts,
  { voice, texts, surroundings }: Run,
): void {
  const { cli } = texts;
  const shown = (path: string) => (surroundings.stdout.isTTY ? safeText(path) : path);
  const total = drafts.reduce((sum, { bytes }) => sum + bytes, 0);
  voice.note([
    cli.stateWithReason(cli.draftsSaved(drafts.length, safeText(folder)), formatBytes(total)),
    cli.draftsNext,
  ]);
  voice.result(
    { type: 'done', ...(caseReference === undefined ? {} : { caseReference }), ...{ drafts } },
    drafts.map(({ path }) => shown(path)),
  );
}

/** A policy may hold messages smaller. */
function defaultSize(mostBytes: number | undefined): string {
  return String(Math.min(DEFAULT_MAX_MESSAGE_BYTES, mostBytes ?? DEFAULT_MAX_MESSAGE_BYTES));
}

function listed(value: OptionValues[string], label: string, baseFolder: string): Given[] {
  return Array.isArray(value) ? value.map((text: string) => ({ text, label, baseFolder })) : [];
}
