// The entry of the command line: ties a run to the real process. Runs in plain Node, or in Electron run as Node; where the
// command is one file, its threads begin here too.
import { constants, setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { texts } from '#shared/i18n/texts.ts';
import { abortOnSignals } from './abort-on-signals.ts';
import { tellBug } from './bug-report.ts';
import { chooseLanguage } from './language.ts';
import { runCasepack } from './run-casepack.ts';
import type { Surroundings } from './surroundings.ts';
import { createVoice } from './voice.ts';

if (isMainThread) await start();
else await import('#engine/engine-thread.ts');

async function start(): Promise<void> {
  // A sick backup server comes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

  const surroundings: Surroundings = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    openHost: async () => (await import('#engine/host/local-host.ts')).createLocalHost(),
    signal: abortOnSignals(),
    threadFile: threadFile(),
  };

  // Electron run as Node has the same layout of arguments as Node: program, script, arguments.
  const args = process.argv.slice(2);

  // A reader that has seen enough, such as `head`, closes the pipe: no reason to fail.
  for (const output of [process.stdout, process.stderr])
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });

  // What is thrown outside of any awaited call, such as in a stream's handler, is a bug like any other.
  process.on('uncaughtException', async (bug) => {
    const language = texts(chooseLanguage(args, process.env));
    const voice = createVoice(surroundings, language, { json: args.includes('--json'), quiet: true });
    process.exit(await tellBug(bug, voice, language));
  });

  process.exitCode = await runCasepack(args, surroundings);
}

/** A file beside this one where it was built as several, else this one: nothing that only happens to lie beside it. */
function threadFile(): URL {
  const isOneOfSeveral = import.meta.url.endsWith('/cli.js');
  return new URL(isOneOfSeveral ? 'engine-thread.js' : import.meta.url, import.meta.url);
}
