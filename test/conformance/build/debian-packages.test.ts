// Conformance: the packages asked of a Debian or Ubuntu machine go by the name that its release has. Replays what
// Debian 13 answers, where several libraries carry the suffix t64, through programs put in front of the real ones.
// Runs in Node.
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../../build/debian-packages.mjs', import.meta.url));

const aptCachePolicy = `libgtk-3-0t64:
  Installed: (none)
  Candidate: 3.24.49-3
  Version table:
     3.24.49-3 500
libnss3:
  Installed: (none)
  Candidate: 2:3.110-1+deb13u1
  Version table:
     2:3.110-1+deb13u1 500
libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
libasound2t64:
  Installed: (none)
  Candidate: 1.2.14-1
  Version table:
     1.2.14-1 500
libgbm1:
  Installed: 25.0.7-2
  Candidate: 25.0.7-2
  Version table:
 *** 25.0.7-2 500
`;

let machine: string;

beforeAll(async () => {
  machine = await mkdtemp(join(tmpdir(), 'casepack-debian-'));
  await writeFile(join(machine, 'policy'), aptCachePolicy);
  await program('dpkg-query', 'echo "ii  libgbm1"; exit 1'); // 1: some of the names asked for are unknown
  await program('apt-cache', `cat ${machine}/policy`);
  await program('apt-get', `echo "$*" >> ${machine}/apt-get.log`);
});

afterAll(() => rm(machine, { recursive: true, force: true }));

test.runIf(process.platform === 'linux')(
  'missing packages are asked for by the name of the release',
  async () => {
    const told = await askForWindowPackages();
    // Root installs them; anybody else is told the command.
    const asked = process.getuid?.() === 0 ? await readFile(join(machine, 'apt-get.log'), 'utf8') : told;
    expect(asked).toMatch(/install -y .*--no-install-recommends .*libgtk-3-0t64 libnss3 libasound2t64 /);
    expect(asked).not.toMatch(/\blibasound2 |\blibgtk-3-0 /);
    expect(asked).not.toContain('libgbm1');
  },
);

async function program(name: string, shell: string): Promise<void> {
  await writeFile(join(machine, name), `#!/bin/sh\n${shell}\n`);
  await chmod(join(machine, name), 0o755);
}

function askForWindowPackages(): Promise<string> {
  const code = `const { ensureSystemPackages } = await import(process.argv[1]); await ensureSystemPackages(['window'])`;
  const args = ['--input-type=module', '--eval', code, script];
  const env = { ...process.env, PATH: `${machine}:${process.env.PATH}` };
  return new Promise((resolve) =>
    execFile(process.execPath, args, { env }, (_error, _out, told) => resolve(told)),
  );
}
