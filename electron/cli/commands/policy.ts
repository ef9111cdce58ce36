// `casepack policy`: what holds on this machine and why; with --check, whether a policy file is sound. Runs in the command
// line's process.
import { resolve } from 'node:path';
import { machinePolicy } from '#engine/policy/effective-policy.ts';
import { machinePolicyFile } from '#engine/policy/machine-policy-file.ts';
import { readPolicyFile } from '#engine/policy/read-policy-file.ts';
import type { Texts } from '#shared/i18n/texts.ts';
import { policyRows } from '#shared/policy/policy-rows.ts';
import { safeText } from '#shared/safe-text.ts';
import type { PolicyTrouble } from '#shared/schema/effective-policy.ts';
import { EXIT_BAD_INPUT, EXIT_DONE } from '../exit-codes.ts';
import type { InputProblem } from '../options/given.ts';
import type { OptionValues } from '../options/raw-case.ts';
import { inputReport } from '../problems/report.ts';
import { table } from '../terminal/table.ts';
import type { Run } from './run.ts';

/** @returns the exit code: a broken file is bad input. */
export async function showPolicy(
  values: OptionValues,
  problems: readonly InputProblem[],
  run: Run,
): Promise<number> {
  for (const problem of problems) run.voice.problem(inputReport(problem, run.texts));
  if (problems.length > 0) return EXIT_BAD_INPUT;
  const { check } = values;
  return typeof check === 'string' ? checkFile(resolve(run.surroundings.cwd, check), run) : showMachine(run);
}

async function checkFile(file: string, { voice, texts }: Run): Promise<number> {
  const { troubles } = await readPolicyFile(file);
  const lines =
    troubles.length === 0 ? [texts.policy.sound(safeText(file))] : troubleLines(file, troubles, texts);
  voice.result({ type: 'policy-check', file, troubles } as { type: string }, lines);
  return troubles.length === 0 ? EXIT_DONE : EXIT_BAD_INPUT;
}

async function showMachine({ voice, texts, surroundings }: Run): Promise<number> {
  const policy = await machinePolicy(surroundings.env);
  const { file, troubles, mayCollect, sending } = policy;
  const { column, none, setting: names, source: sources } = texts.policy;
  const rows = policyRows(policy).map(({ setting, values, source }) => [
    names[setting],
    safeText(values.join(', ') || none),
    sources[source],
  ]);
  const titles = [column.setting, column.value, column.source].map((title) => ({ title }));
  const place = safeText(file ?? machinePolicyFile(surroundings.env));
  voice.result({ type: 'policy', ...policy } as { type: string }, [
    file === undefined ? texts.policy.noFile(place) : texts.policy.file(place),
    '',
    ...table(titles, rows),
    ...(file === undefined || troubles.length === 0
      ? []
      : [
          '',
          ...troubleLines(file, troubles, texts),
          ...(mayCollect ? [] : [texts.policy.mayNotCollect]),
          ...(sending.mayDeliver ? [] : [texts.policy.mayNotDeliver]),
        ]),
  ]);
  return troubles.length === 0 ? EXIT_DONE : EXIT_BAD_INPUT;
}

/** `policy.json:3:7: redaction.minimum: …`, which editors and terminals make links of. */
function troubleLines(file: string, troubles: readonly PolicyTrouble[], { policy }: Texts): string[] {
  return [
    ...troubles.map(({ line, column, setting, code, detail }) =>
      safeText(policy.place(file, line, column, setting, policy.trouble[code](detail))),
    ),
    policy.broken(troubles.length),
  ];
}
