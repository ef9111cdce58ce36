// `casepack plan`: what collect would take, with sizes; writes nothing. Runs in the command line's process.
import { collectors } from '#engine/collectors/registry.ts';
import { planCase } from '#engine/prepare-case.ts';
import type { CasePlan } from '#shared/schema/case-plan.ts';
import { EXIT_BAD_INPUT, EXIT_DONE, exitCodeOf } from '../exit-codes.ts';
import type { InputProblem } from '../options/given.ts';
import type { OptionValues } from '../options/raw-case.ts';
import { checkInput, tellEngineProblems, tellProblems, tellWarnings } from './check-input.ts';
import { leftOutLines } from './left-out-lines.ts';
import { checklistTable, collectorTable, gapsLine, sizeText, stateText } from './overview.ts';
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
  if (!context.host.elevated && couldUseAdmin(planned.value)) run.voice.note([run.texts.cli.notElevated]);
  return EXIT_DONE;
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
