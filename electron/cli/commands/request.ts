// `casepack request KIND`: the guide's other requests, each as an e-mail draft. Runs in the command line's process.
import { resolve } from 'node:path';
import { writeRequest } from '#engine/email/write-request.ts';
import { hostIdSteps } from '#shared/host-id.ts';
import type { Texts } from '#shared/i18n/texts.ts';
import type { SupportPolicy } from '#shared/policy/support-policy.ts';
import { safeText } from '#shared/safe-text.ts';
import type { RequestDraft, SupportRequest } from '#shared/schema/support-request.ts';
import { EXIT_BAD_INPUT, EXIT_DONE, exitCodeOf } from '../exit-codes.ts';
import type { InputProblem } from '../options/given.ts';
import type { OptionValues } from '../options/raw-case.ts';
import { requestFromOptions } from '../options/request-from-options.ts';
import { engineReport, inputReport, warningReport } from '../problems/report.ts';
import { engineContext, type Run } from './run.ts';

/** @param kind as given; undefined where it was forgotten. @returns the exit code. */
export async function request(
  kind: string | undefined,
  values: OptionValues,
  leftover: readonly InputProblem[],
  run: Run,
): Promise<number> {
  const { surroundings, voice, texts } = run;
  const input = await requestFromOptions(kind, values, surroundings.cwd);
  for (const warning of input.warnings) voice.warn(warningReport(warning, texts));
  for (const problem of [...leftover, ...input.problems]) voice.problem(inputReport(problem, texts));
  for (const { item, option } of input.missing) {
    voice.problem(engineReport({ code: 'missing-item', item }, option, texts));
  }
  if (input.request === undefined || leftover.length > 0) return EXIT_BAD_INPUT;

  const context = await engineContext(run);
  const folder = resolve(surroundings.cwd, input.out);
  const written = await writeRequest(input.request, { to: input.to, folder }, context);
  if (!written.ok) {
    for (const problem of written.problems) voice.problem(engineReport(problem, '--out', texts));
    return exitCodeOf(written.problems);
  }
  voice.note(notesOn(input.request, written.value, context.policy, texts));
  const { path, to } = written.value;
  voice.result({ type: 'done', ...{ draft: path, to } }, [surroundings.stdout.isTTY ? safeText(path) : path]);
  return EXIT_DONE;
}

function notesOn(
  one: SupportRequest,
  { to }: RequestDraft,
  { edition, hotline, offices }: SupportPolicy,
  { requests, cli }: Texts,
): readonly string[] {
  const { draft, noRecipient, hostId, check, office } = requests.cli;
  const derived =
    one.kind === 'licence-key' && one.ip !== undefined
      ? [hostId(requests.derived(one.hostId, one.ip, hostIdSteps(one.ip)))]
      : [];
  return [
    draft(requests.name[one.kind], to.length === 0 ? noRecipient : cli.list(to)),
    ...derived,
    requests.cli.hotline(hotline),
    ...offices.map(({ city, phone, fax }) => office(requests.city[city], phone, fax)),
    check(edition),
  ];
}
