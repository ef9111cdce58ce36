// From argument strings to a command with its options, or to a text such as help. Decides nothing about values.
// Runs in the command line's process.
import { type Command, CommanderError } from 'commander';
import type { Texts } from '#shared/i18n/texts.ts';
import { createProgram } from './create-program.ts';
import type { InputProblem } from './given.ts';
import type { CommandName } from './option-list.ts';
import type { OptionValues } from './raw-case.ts';

export type Arguments =
  | {
      readonly kind: 'command';
      readonly name: CommandName;
      readonly values: OptionValues;
      /** What stands beside options: the packet of `verify`, `deliver` and `email`, the kind of `request`, map and file of `reveal`. */
      readonly operands: readonly string[];
      /** Arguments that fit nowhere. */
      readonly leftover: readonly InputProblem[];
    }
  /** --help or --version. */
  | { readonly kind: 'text'; readonly text: string }
  /** No command was given: help, as an answer to a mistake. */
  | { readonly kind: 'no-command'; readonly text: string }
  | { readonly kind: 'refused'; readonly problems: readonly InputProblem[] };

/**
 * @param args the arguments after the program's name
 * @param columns width of the terminal, for help
 */
export function parseArguments(args: readonly string[], texts: Texts, columns: number): Arguments {
  let text = '';
  let answer: Arguments | undefined;
  const program = createProgram(texts, {
    columns,
    write: (part) => {
      text += part;
    },
    onCommand: (command, name) => {
      answer = placed(command, name);
    },
  });
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.optionMissingArgument') return withoutValue(args, texts, columns);
    return { kind: 'text', text };
  }
  if (answer !== undefined) return answer;
  if (program.args.length === 0) return { kind: 'no-command', text: program.helpInformation() };
  const { options, operands } = sorted(program.args);
  const [command] = operands;
  const unknown: InputProblem[] =
    command === undefined ? [] : [{ code: 'unknown-command', label: command, given: command }];
  return { kind: 'refused', problems: [...unknown, ...options] };
}

/** commander lets everything through that it cannot place: unknown options first to last, then what follows them. */
function sorted(args: readonly string[]): {
  readonly operands: readonly string[];
  readonly options: readonly InputProblem[];
} {
  const isOption = (arg: string) => arg.length > 1 && arg.startsWith('-');
  const firstOption = args.findIndex(isOption);
  return {
    // What follows an unknown option may be its value.
    operands: firstOption < 0 ? args : args.slice(0, firstOption),
    options: args.filter(isOption).map((arg) => {
      const label = arg.split('=')[0] ?? arg;
      return { code: 'unknown-option', label, given: arg };
    }),
  };
}

function placed(command: Command, name: CommandName): Arguments {
  const { operands, options } = sorted(command.args);
  const one = ['verify', 'deliver', 'email', 'request'].includes(name);
  const allowed = name === 'reveal' ? 2 : one ? 1 : 0;
  const excess = operands
    .slice(allowed)
    .map((arg): InputProblem => ({ code: 'unexpected-argument', label: arg, given: arg }));
  const leftover = [...options, ...excess];
  return { kind: 'command', name, values: command.opts(), operands, leftover };
}

/** The last argument is an option without its value: the rest is judged without it. */
function withoutValue(args: readonly string[], texts: Texts, columns: number): Arguments {
  const label = args.at(-1) ?? '';
  const problem: InputProblem = { code: 'needs-value', label, given: '' };
  const rest = parseArguments(args.slice(0, -1), texts, columns);
  if (rest.kind === 'command') return { ...rest, leftover: [...rest.leftover, problem] };
  if (rest.kind === 'refused') return { ...rest, problems: [...rest.problems, problem] };
  return { kind: 'refused', problems: [problem] };
}
