// `casepack plan`: what collect would take, with sizes; writes nothing. Runs in the command line's process.
import { collectors } from '#engine/collectors/registry.ts';
import type { EngineContext } from '#engine/engine-context.ts';
import { planCase, prepareCase } from '#engine/prepare-case.ts';
import type { CasePlan } from '#shared/schema/case-plan.ts';
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import { EXIT_BAD_INPUT, EXIT_DONE, exitCodeOf } from '../exit-codes.ts';
import type { InputProblem } from '../options/given.ts';
import type { OptionValues } from '../options/raw-case.ts';
import { engineReport } from '../problems/report.ts';
import { checkInput, tellEngineProblems, tellProblems, tellWarnings } from './check-input.ts';
import { leftOutLines } from './left-out-lines.ts';
import { checklistTable, collectorTable, gapsLine, sizeText, stateText } from './overview.ts';
import { redactionLines, redactionTable } from './redaction-lines.ts';
import { engineContext, type Run } from './run.ts';

/** @returns the exit code; required items may be missing, the table shows them. */
export async function plan(
  values: OptionValues,
  leftover: readonly InputProblem[],
  run: Run,
): Promise<number> {
  const input = await checkInput(values, leftover, false, run);
  const context = await engineContext(run);
  tellWarnings(input, run);
  if (input.problems.length > 0) {
    await tellProblems(input, false, run, context);
    return EXIT_BAD_INPUT;
  }
  const planned = await planCase(input.request, context);
  if (!planned.ok) {
    tellEngineProblems(planned.problems, input, run);
    return exitCodeOf(planned.problems);
  }
  run.voice.result({ type: 'plan', ...planned.value }, planLines(planned.value, run));
  if (values.redaction === true) {
    const tried = await tryRedaction(input.request, run, context);
    if (tried !== EXIT_DONE) return tried;
  }
  if (!context.host.elevated && couldUseAdmin(planned.value)) run.voice.note([run.texts.cli.notElevated]);
  return EXIT_DONE;
}

/** Collects into a draft that is thrown away, to say what redaction would replace and hold back. */
async function tryRedaction(
  request: PartialCaseRequest,
  { voice, texts }: Run,
  context: EngineContext,
): Promise<number> {
  const prepared = await prepareCase(request, { allowIncomplete: true }, context);
  if (!prepared.ok) {
    for (const problem of prepared.problems) voice.problem(engineReport(problem, undefined, texts));
    return exitCodeOf(prepared.problems);
  }
  const draft = prepared.value;
  try {
    const summary = draft.summary();
    const files = summary.files.map(({ path, redactions, unredacted }) => ({ path, redactions, unredacted }));
    const lines = ['', ...redactionTable(summary, texts), '', ...redactionLines(summary, texts)];
    const record = { type: 'redaction', ...summary.redaction, files };
    voice.result(record, lines);
    return EXIT_DONE;
  } finally {
    await draft.discard();
  }
}

const needsAdmin = (id: string) => collectors.find((one) => one.id === id)?.needsAdmin ?? 'never';

const couldUseAdmin = ({ outcomes }: CasePlan) =>
  outcomes.some(({ collector, status }) => status !== 'skipped' && needsAdmin(collector) !== 'never');

function planLines({ files, leftOut, outcomes, checklist }: CasePlan, { texts }: Run): readonly string[] {
  const { cli } = texts;
  const listed = files.map(({ collector, sizeBytes }) => ({ collector, bytes: sizeBytes }));
  const sizesOpen = listed.some(({ bytes }) => bytes === undefined);
  const state = (outcome: CasePlan['outcomes'][number]) =>
    outcome.status === 'ok' ? cli.ready : stateText(outcome, texts);
  return [
    ...collectorTable(listed, outcomes, state, texts, (id) => cli.admin[needsAdmin(id)]),
    '',
    cli.total(files.length, sizeText(listed, texts)),
    ...(sizesOpen ? [cli.atLeastNote] : []),
    ...leftOutLines(leftOut, texts),
    '',
    cli.checklistTitle,
    ...checklistTable(checklist, texts),
    '',
    gapsLine(checklist, texts),
    cli.planWritesNothing,
  ];
}
