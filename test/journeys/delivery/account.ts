// A user account that only the servers of a test know: they run in a mount namespace of their own, where the account files
// are copies with one more line. Needs root. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const USER = 'casepack-li';
export const PASSWORD = 'right horse';
const USER_ID = 12345;

export interface Account {
  readonly home: string;
  /** Gives a file or folder to the account. */
  own(path: string): void;
  /** @returns the command line that runs a program where the account exists. */
  runWhereKnown(program: string, args: readonly string[]): [program: string, args: readonly string[]];
}

/** @param folder a new one */
export function createAccount(folder: string): Account {
  chmodSync(folder, 0o755);
  const home = join(folder, 'home');
  mkdirSync(home);
  chownSync(home, USER_ID, USER_ID);
  const hash = execFileSync('openssl', ['passwd', '-6', PASSWORD], { encoding: 'utf8' }).trim();
  const lines = {
    passwd: `${USER}:x:${USER_ID}:${USER_ID}::${home}:/bin/sh\n`,
    shadow: `${USER}:${hash}:19000:0:99999:7:::\n`,
    group: `${USER}:x:${USER_ID}:\n`,
  };
  for (const [name, line] of Object.entries(lines))
    writeFileSync(join(folder, name), readFileSync(`/etc/${name}`, 'utf8') + line);
  const mounts = Object.keys(lines).map((name) => `mount --bind ${join(folder, name)} /etc/${name}`);
  const script = [...mounts, 'mkdir -p /run/sshd', 'exec "$0" "$@"'].join(' && ');
  return {
    home,
    own: (path) => chownSync(path, USER_ID, USER_ID),
    runWhereKnown: (program, args) => ['unshare', ['-m', 'sh', '-c', script, program, ...args]],
  };
}
