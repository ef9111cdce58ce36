// One run of `casepack`, from arguments to exit code. Everything it touches comes through Surroundings, so tests run it as
// it is. Runs in the command line's process.
import { type Texts, texts as textsOf } from '#shared/i18n/texts.ts';
import { tellBug } from './bug-report.ts';
import type { Run } from './commands/run.ts';
import { EXIT_BAD_INPUT, EXIT_DONE } from './exit-codes.ts';
import { chooseLanguage } from './language.ts';
import type { InputProblem } from './options/given.ts';
import { type Arguments, parseArguments } from './options/parse-arguments.ts';
import { inputReport } from './problems/report.ts';
import { columnsOf, type Surroundings } from './surroundings.ts';
import { createVoice, type Voice } from './voice.ts';

/**
 * @param args the arguments after the program's name
 * @returns the exit code; never rejects
 */
export async function runCasepack(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const texts = textsOf(chooseLanguage(args, surroundings.env));
  const { stdout, stderr } = surroundings;
  const given = parseArguments(args, texts, columnsOf(stdout));
  if (given.kind === 'text') {
    stdout.write(given.text);
    return EXIT_DONE;
  }
  if (given.kind === 'no-command') {
    stderr.write(given.text);
    return EXIT_BAD_INPUT;
  }
  const voice = createVoice(surroundings, texts, {
    json: args.includes('--json'),
    quiet: args.includes('--quiet'),
  });
  if (given.kind === 'refused') return refuse(given.problems, texts, voice);
  try {
    return await runCommand(given, { surroundings, texts, voice });
  } catch (bug) {
    return tellBug(bug, voice, texts);
  }
}

function refuse(problems: readonly InputProblem[], texts: Texts, voice: Voice): number {
  for (const problem of problems) voice.problem(inputReport(problem, texts));
  return EXIT_BAD_INPUT;
}

/** Commands are loaded when they run: --help and bad options answer without the engine. */
async function runCommand(
  { name, values, operands, leftover }: Extract<Arguments, { kind: 'command' }>,
  run: Run,
): Promise<number> {
  const { lang } = values;
  const problems: readonly InputProblem[] =
    typeof lang === 'string' && lang !== 'zh' && lang !== 'en'
      ? [...leftover, { code: 'not-one-of', label: '--lang', given: lang, hint: 'zh, en' }]
      : leftover;
  switch (name) {
    case 'collect':
      return (await import('./commands/collect.ts')).collect(values, problems, run);
    case 'plan':
      return (await import('./commands/plan.ts')).plan(values, problems, run);
    case 'verify':
      return (await import('./commands/verify.ts')).verify(operands[0], values, problems, run);
    case 'deliver':
      return (await import('./commands/deliver.ts')).deliver(operands[0], values, problems, run);
    case 'history':
      if (problems.length > 0) return refuse(problems, run.texts, run.voice);
      return (await import('./commands/history.ts')).history(values, run);
    case 'email':
      return (await import('./commands/email.ts')).email(operands[0], values, problems, run);
    case 'request':
      return (await import('./commands/request.ts')).request(operands[0], values, problems, run);
    case 'reveal':
      return (await import('./commands/reveal.ts')).reveal(operands, problems, run);
    case 'collectors':
      if (problems.length > 0) return refuse(problems, run.texts, run.voice);
      return (await import('./commands/collectors.ts')).listCollectors(run, values.json === true);
    case 'policy':
      return (await import('./commands/policy.ts')).showPolicy(values, problems, run);
    case 'demo':
      if (problems.length > 0) return refuse(problems, run.texts, run.voice);
      return (await import('./commands/demo.ts')).demo(values, run);
  }
}
