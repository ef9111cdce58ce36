// Asks the person at the terminal a yes-or-no question. Runs in the command line's process.
import { createInterface } from 'node:readline/promises';
import type { Surroundings } from '../surroundings.ts';

const YES = /^(y|yes|是|好)$/i;

/** @returns false also for Ctrl-C, Ctrl-D and a signal while waiting. */
export async function askYesNo(question: string, { stdin, stderr, signal }: Surroundings): Promise<boolean> {
  const lines = createInterface({ input: stdin, output: stderr });
  // A terminal in raw mode hands Ctrl-C to readline, not to the process.
  const ended = new Promise<undefined>((resolve) => {
    lines.once('SIGINT', () => resolve(undefined));
    lines.once('close', () => resolve(undefined));
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  try {
    const answer = await Promise.race([lines.question(question), ended]);
    // Without Enter the cursor still stands behind the question.
    if (answer === undefined) stderr.write('\n');
    return answer !== undefined && YES.test(answer.trim());
  } finally {
    lines.close();
  }
}
