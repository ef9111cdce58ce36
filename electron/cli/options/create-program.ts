// The commands and options as commander knows them, with help in the user's language. Runs in the command line's process.
import { Command, Option } from 'commander';
import type { Texts } from '#shared/i18n/texts.ts';
import { displayWidth, wrapToWidth } from '../terminal/display-width.ts';
import { tool } from '../tool.ts';
import { DELIVERY_OPTIONS } from './delivery-options.ts';
import { CASE_OPTIONS, type CommandName, LIST_OPTIONS, type OptionGroup } from './option-list.ts';

export interface ProgramOutlets {
  readonly columns: number;
  /** Takes help and version texts, in parts. */
  readonly write: (text: string) => void;
  readonly onCommand: (command: Command, name: CommandName) => void;
}

/** A commander program that never ends the process: help and errors end as CommanderError. */
export function createProgram(texts: Texts, outlets: ProgramOutlets): Command {
  const { cliHelp } = texts;
  const program = new Command(tool.name)
    .description(cliHelp.program)
    .usage(cliHelp.programUsage)
    .enablePositionalOptions()
    .version(tool.version, '-V, --version', cliHelp.options.version)
    .addOption(languageOption(texts))
    .helpCommand('help [command]', cliHelp.commands.help)
    .addHelpText('after', () => afterHelp(texts, ['collect', 'plan', 'verify', 'reveal'], true));
  prepare(program, texts, outlets).action(() => {});

  const add = (name: CommandName, usage: string, hidden = false): Command => {
    const command = program.command(name, { hidden });
    prepare(command, texts, outlets)
      .description(cliHelp.commands[name])
      .usage(usage)
      .action(() => outlets.onCommand(command, name));
    return command;
  };
  for (const name of ['collect', 'plan'] as const) {
    const command = add(name, cliHelp.commandUsage);
    addCaseOptions(command, name, texts);
    if (name === 'plan') command.option('--redaction', cliHelp.options.redaction);
    addCommonOptions(command, texts, ['json', 'quiet']);
    command.addHelpText('after', () => afterHelp(texts, [name], name === 'collect'));
  }
  const verify = add('verify', `<FILE> ${cliHelp.commandUsage}`).argument('[FILE]', cliHelp.verifyFile);
  verify.option('--password-file <FILE>', cliHelp.options.passwordFile);
  verify.option('--identity-file <FILE>', cliHelp.options.identityFile);
  addCommonOptions(verify, texts, ['json', 'quiet']);
  const deliver = add('deliver', `<FILE> ${cliHelp.commandUsage}`).argument('[FILE]', cliHelp.deliverFile);
  for (const { name, flags } of DELIVERY_OPTIONS) deliver.option(flags, cliHelp.deliverOptions[name]);
  addCommonOptions(deliver, texts, ['json', 'quiet']);
  deliver.addHelpText('after', () => afterHelp(texts, ['deliver'], false));
  const history = add('history', cliHelp.commandUsage);
  history.option('--verify', cliHelp.deliverOptions.verify);
  addCommonOptions(history, texts, ['json']);
  addEmailCommand(add('email', `<FILE> ${cliHelp.commandUsage}`), texts);
  addRequestCommand(add('request', `<KIND> ${cliHelp.commandUsage}`), texts);
  const reveal = add('reveal', `<MAP> <FILE> ${cliHelp.commandUsage}`)
    .argument('[MAP]', cliHelp.revealMap)
    .argument('[FILE]', cliHelp.revealFile);
  addCommonOptions(reveal, texts, []);
  addCommonOptions(add('collectors', cliHelp.commandUsage), texts, ['json']);
  const policy = add('policy', cliHelp.commandUsage);
  policy.option('--check <FILE>', cliHelp.options.check);
  addCommonOptions(policy, texts, ['json']);
  const demo = add('demo', cliHelp.commandUsage, true);
  demo.option('--out <DIR>', cliHelp.options.demoOut);
  addCommonOptions(demo, texts, ['quiet']);
  return program;
}

/** What all commands share: unknown things are let through and judged later, all at once. */
function prepare(command: Command, { cliHelp }: Texts, { columns, write }: ProgramOutlets): Command {
  return command
    .exitOverride()
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption('-h, --help', cliHelp.options.help)
    .configureOutput({
      writeOut: write,
      writeErr: write,
      outputError: () => {},
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
    })
    .configureHelp({
      displayWidth,
      boxWrap: wrapToWidth,
      styleTitle: (title) => cliHelp.words[title] ?? title,
      subcommandTerm: (subcommand) => subcommand.name(),
    });
}

function addCaseOptions(command: Command, name: 'collect' | 'plan', { cliHelp }: Texts): void {
  const headings: Record<OptionGroup, string> = cliHelp.groups;
  const repeatable: readonly string[] = [...LIST_OPTIONS, 'recipient'];
  for (const { name: key, flags, group } of CASE_OPTIONS) {
    // plan never asks and never refuses for gaps, but takes the same command line.
    const hidden = name === 'plan' && group === 'output';
    const option = new Option(flags, cliHelp.options[key]).helpGroup(headings[group]);
    if (repeatable.includes(key)) option.argParser(inList);
    command.addOption(option.hideHelp(hidden));
  }
}

function addEmailCommand(command: Command, texts: Texts): void {
  const { options, emailFile } = texts.cliHelp;
  command
    .argument('[FILE]', emailFile)
    .addOption(new Option('--mail-to <MAIL>', options.mailTo).argParser(inList))
    .addOption(new Option('--mail-cc <MAIL>', options.mailCc).argParser(inList))
    .option('--max-message <SIZE>', options.maxMessage)
    .option('--out <DIR>', options.emailOut);
  addCommonOptions(command, texts, ['json', 'quiet']);
}

function addRequestCommand(command: Command, texts: Texts): void {
  const { options, requestKind } = texts.cliHelp;
  command.argument('[KIND]', requestKind);
  for (const { name, flags } of CASE_OPTIONS) {
    if (REQUEST_OPTIONS.includes(name)) command.option(flags, options[name]);
  }
  command
    .option('--ip <ADDRESS>', options.ip)
    .option('--host-id <ID>', options.hostId)
    .addOption(new Option('--mail-to <MAIL>', options.requestTo).argParser(inList))
    .option('--out <DIR>', options.emailOut);
  addCommonOptions(command, texts, ['json', 'quiet']);
}

/** What a request has in common with a case. */
const REQUEST_OPTIONS: readonly string[] = ['ccid', 'company', 'contactName', 'contactPhone', 'contactEmail'];

const inList = (value: string, previous: readonly string[] | undefined) => [...(previous ?? []), value];

const languageOption = ({ cliHelp }: Texts) => new Option('--lang <LANG>', cliHelp.options.lang);

function addCommonOptions(command: Command, texts: Texts, switches: ('json' | 'quiet')[]): void {
  command.addOption(languageOption(texts));
  for (const name of switches) command.option(`--${name}`, texts.cliHelp.options[name]);
}

const EXAMPLES: Record<'collect' | 'plan' | 'verify' | 'deliver' | 'reveal', string> = {
  collect:
    'casepack collect --ccid F96C9 --company ACME --contact-name Li --contact-phone 010-59051155\n' +
    '    --contact-email li@acme.example --severity 2 --problem backup --patch-level 11.26.35\n' +
    '    --description-file problem.txt --screenshot error.png --out .',
  plan: 'casepack plan --since 3d',
  verify: 'casepack verify F96C9_S2_20261122-101530_7K3QX.zip',
  deliver: 'casepack deliver F96C9_S2_20261122-101530_7K3QX.zip --to https://li@files.example.com/cases/',
  reveal: 'casepack reveal 7K3QX reply.txt',
};

function afterHelp({ cliHelp }: Texts, examples: (keyof typeof EXAMPLES)[], withExitCodes: boolean): string {
  return [
    '',
    cliHelp.firstSteps,
    ...examples.map((name) => `  ${EXAMPLES[name]}`),
    ...(withExitCodes ? ['', cliHelp.exitCodes] : []),
    ...(examples.some((name) => name === 'collect' || name === 'plan') ? ['', cliHelp.redactionNote] : []),
  ].join('\n');
}
