#!/usr/bin/env node
// The `casepack` command in a checkout: builds out/ if it does not fit the sources, then becomes the built command
// line. It runs in this same process, so that signals, exit codes and the terminal are the real ones. Plain Node.
import { pathToFileURL } from 'node:url';
import { builtCommandLine, ensureBuilt } from '../ensure-built.mjs';
import { runReportingProblems } from '../setup-problem.mjs';

await runReportingProblems(async () => {
  if (process.env.npm_command === 'exec') endWithNpx();
  await ensureBuilt();
  process.argv[1] = builtCommandLine;
  await import(pathToFileURL(builtCommandLine).href);
});

/** A signal sent to npx ends npx and its shell, but never reaches us: notice that the parent is gone and end too. */
function endWithNpx() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      process.kill(process.pid, 'SIGTERM');
    }
  }, 250);
  timer.unref();
}
