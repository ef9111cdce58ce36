// The common beginning of collect and plan: options to a case request, or every problem told at once. Runs in the command
// line's process.
import { resolve } from 'node:path';
import { missingFromUser } from '#engine/checklist.ts';
import type { EngineContext } from '#engine/engine-context.ts';
import { machinePolicy } from '#engine/policy/effective-policy.ts';
import { planCase } from '#engine/prepare-case.ts';
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import type { Encryption } from '#shared/schema/encryption.ts';
import type { Problem } from '#shared/schema/problem.ts';
import { type CaseInput, caseFromOptions } from '../options/case-from-options.ts';
import { encryptionFromOptions } from '../options/encryption-from-options.ts';
import type { InputProblem } from '../options/given.ts';
import { outFolderProblem } from '../options/parse-path.ts';
import { type OptionValues, rawCaseFromPolicy } from '../options/raw-case.ts';
import { labelOfProblem } from '../problems/option-of-problem.ts';
import { engineReport, inputReport, warningReport } from '../problems/report.ts';
import type { Run } from './run.ts';

export interface CheckedInput extends CaseInput {
  /** Absolute. */
  readonly outFolder: string;
  readonly encryption?: Encryption | undefined;
}

/**
 * Finds all problems with values and tells none yet.
 * @param leftover what commander could not place
 * @param writes whether the output folder must be usable
 */
export async function checkInput(
  values: OptionValues,
  leftover: readonly InputProblem[],
  writes: boolean,
  { surroundings }: Run,
): Promise<CheckedInput> {
  const { cwd, now, env } = surroundings;
  const encryption = await encryptionFromOptions(values, env, cwd);
  const { defaults } = await machinePolicy(env);
  const input = await caseFromOptions(values, cwd, now(), rawCaseFromPolicy(defaults));
  const out = typeof values.out === 'string' ? values.out : '.';
  const folder = { text: out, label: '--out', baseFolder: cwd };
  const folderProblem = writes ? await outFolderProblem(folder) : undefined;
  const problems = [
    ...leftover,
    ...input.problems,
    ...encryption.problems,
    ...(folderProblem === undefined ? [] : [folderProblem]),
  ];
  return {
    ...input,
    problems,
    warnings: [...input.warnings, ...encryption.warnings],
    outFolder: resolve(cwd, out),
    encryption: encryption.encryption,
  };
}

/**
 * Tells everything that stops this case, as one list: what is wrong with values, what the engine refuses, and which
 * required items are missing. Nothing is written: the engine only looks.
 */
export async function tellProblems(
  input: CheckedInput,
  requireItems: boolean,
  run: Run,
  context: EngineContext,
): Promise<void> {
  for (const problem of input.problems) run.voice.problem(inputReport(problem, run.texts));
  if (!input.allGivenKnown) return;
  const planned = await planCase(input.request, context);
  const refused = planned.ok ? [] : planned.problems;
  const rest = planned.ok ? planned : await planCase(withoutRefused(input.request, refused), context);
  const missing = rest.ok && requireItems ? missingFromUser(rest.value.checklist) : [];
  const told = new Set([
    ...input.problems.map(({ label }) => label),
    ...refused.map((problem) => labelOf(problem, input)),
  ]);
  const others = missing
    .map((item): Problem => ({ code: 'missing-item', item }))
    .filter((problem) => !told.has(labelOf(problem, input)));
  tellEngineProblems([...refused, ...others], input, run);
}

const labelOf = (problem: Problem, { raw, outFolder }: CheckedInput) =>
  labelOfProblem(problem, raw, outFolder);

/** The request without what the engine refused, so that the rest of it can be judged too. */
function withoutRefused(request: PartialCaseRequest, refused: readonly Problem[]): PartialCaseRequest {
  const names = refused.flatMap((one) => (one.code === 'unknown-collector' ? [one.name] : []));
  const paths = refused.flatMap((one) => (one.code === 'cannot-read' ? [one.path] : []));
  const readable = (path: string) => !paths.includes(path);
  return {
    ...request,
    only: request.only.filter((name) => !names.includes(name)),
    skip: request.skip.filter((name) => !names.includes(name)),
    screenshots: request.screenshots.filter(({ path }) => readable(path)),
    attachments: request.attachments.filter(({ path }) => readable(path)),
    logDirs: request.logDirs.filter(readable),
  };
}

/** One line each, by the option that mends it; and how to go on without required items. */
export function tellEngineProblems(
  problems: readonly Problem[],
  input: CheckedInput,
  { voice, texts }: Run,
): void {
  const lacks = (item: string) =>
    problems.some((problem) => problem.code === 'missing-item' && problem.item === item);
  for (const problem of problems) {
    // The title comes from the description unless it is given.
    if (problem.code === 'missing-item' && problem.item === 'title' && lacks('description')) continue;
    voice.problem(engineReport(problem, labelOf(problem, input), texts));
  }
  if (problems.some(({ code }) => code === 'missing-item')) voice.note([texts.cli.useAllowIncomplete]);
}

/** Oddities of values that are taken nevertheless. */
export function tellWarnings({ warnings }: CaseInput, { voice, texts }: Run): void {
  for (const warning of warnings) voice.warn(warningReport(warning, texts));
}
