// `casepack collect`: options → draft → a look at it → packet. Runs in the command line's process.
import { deliverCase } from '#engine/deliver-case.ts';
import type { PacketDraft } from '#engine/packet/packet-draft.ts';
import { requiredEncryption } from '#engine/policy/sending-policy.ts';
import { prepareCase } from '#engine/prepare-case.ts';
import { asResult } from '#engine/trouble.ts';
import { safeText } from '#shared/safe-text.ts';
import type { DraftSummary } from '#shared/schema/draft-summary.ts';
import type { Problem } from '#shared/schema/problem.ts';
import { EXIT_BAD_INPUT, EXIT_CANCELLED, exitCodeOf } from '../exit-codes.ts';
import type { Given, InputProblem } from '../options/given.ts';
import type { OptionValues } from '../options/raw-case.ts';
import { engineReport, inputReport } from '../problems/report.ts';
import { isInteractive } from '../surroundings.ts';
import { askYesNo } from '../terminal/ask.ts';
import {
  type CheckedInput,
  checkInput,
  tellEngineProblems,
  tellProblems,
  tellWarnings,
} from './check-input.ts';
import { collectorTable, gapsLine, sizeText, stateText } from './overview.ts';
import { redactionLines } from './redaction-lines.ts';
import { engineContext, type Run } from './run.ts';
import { tellReceipt } from './tell-receipt.ts';

/** @returns the exit code. */
export async function collect(
  values: OptionValues,
  leftover: readonly InputProblem[],
  run: Run,
): Promise<number> {
  const allowIncomplete = values.allowIncomplete === true;
  const gentle = values.gentle === true;
  const input = await checkInput(values, leftover, true, run);
  const context = await engineContext(run);
  tellWarnings(input, run);
  if (input.problems.length > 0) {
    await tellProblems(input, !allowIncomplete, run, context);
    return EXIT_BAD_INPUT;
  }
  // Before anything is collected: a packet that may not be written is not worth the wait.
  const encryption = await asResult(context.signal, async () =>
    requiredEncryption(input.encryption, context.rules),
  );
  if (!encryption.ok) {
    tellEngineProblems(encryption.problems, input, run);
    return EXIT_BAD_INPUT;
  }
  const prepared = await prepareCase(
    input.request,
    { allowIncomplete, gentle, outputFolder: input.outFolder },
    context,
  );
  if (!prepared.ok) {
    if (prepared.problems.some(isRefusedInput)) await tellProblems(input, !allowIncomplete, run, context);
    else tellEngineProblems(prepared.problems, input, run);
    return exitCodeOf(prepared.problems);
  }
  const draft = prepared.value;
  try {
    const { problems, withhold } = chosenFiles(draft, input);
    if (problems.length > 0) {
      for (const problem of problems) run.voice.problem(inputReport(problem, run.texts));
      return EXIT_BAD_INPUT;
    }
    const mayAsk = isInteractive(run.surroundings) && !values.yes && !values.json;
    if (mayAsk && !(await agrees(draft, input.outFolder, run))) {
      run.voice.problem(engineReport({ code: 'cancelled' }, undefined, run.texts));
      return EXIT_CANCELLED;
    }
    const delivery = { folder: input.outFolder, withhold, encryption: encryption.value };
    const delivered = await deliverCase(draft, delivery, context);
    if (!delivered.ok) {
      tellEngineProblems(delivered.problems, input, run);
      return exitCodeOf(delivered.problems);
    }
    return tellReceipt(delivered.value, draft.summary().outcomes, run);
  } finally {
    await draft.discard();
  }
}

/** Paths of the draft's files by option; a mistyped one must not let its file go. */
function chosenFiles(
  draft: PacketDraft,
  { raw }: CheckedInput,
): { problems: InputProblem[]; withhold: string[] } {
  const pathsOf = (given: readonly Given[] = []) =>
    given.map(({ label, text }) => ({ label, text, path: draft.pathOf(text.trim()) }));
  const withhold = pathsOf(raw.withhold);
  const unknown = [...withhold, ...pathsOf(raw.sendBinary)].filter(({ path }) => path === undefined);
  return {
    problems: unknown.map(({ label, text }) => ({ code: 'not-in-packet', label, given: text })),
    withhold: withhold.flatMap(({ path }) => (path === undefined ? [] : [path])),
  };
}

/** The engine refuses these before it looks for what is missing. */
function isRefusedInput({ code }: Problem): boolean {
  return code === 'unknown-collector' || code === 'cannot-read';
}

/** Shows what the packet will hold and asks. */
async function agrees(draft: PacketDraft, outFolder: string, run: Run): Promise<boolean> {
  const { texts, voice, surroundings } = run;
  voice.note(reviewLines(draft.summary(), run));
  return askYesNo(texts.cli.confirm(safeText(outFolder)), surroundings);
}

function reviewLines(summary: DraftSummary, { texts }: Run) {
  const { files, outcomes, checklist } = summary;
  const { cli } = texts;
  return [
    cli.reviewTitle,
    ...collectorTable(files, outcomes, (outcome) => stateText(outcome, texts), texts),
    '',
    cli.total(files.length, sizeText(files, texts)),
    gapsLine(checklist, texts),
    '',
    ...redactionLines(summary, texts),
  ];
}
