// What `verify` opens an encrypted packet with: --password-file or the environment, --identity-file. Runs in the command
// line's process.
import { isIdentity } from '#engine/encryption/read-age.ts';
import type { PacketKeys } from '#engine/encryption/verify-received.ts';
import { passwordFrom } from './encryption-from-options.ts';
import type { InputProblem } from './given.ts';
import { resolvePath } from './parse-path.ts';
import type { OptionValues } from './raw-case.ts';
import { readTextFile } from './read-text-file.ts';

/** @param cwd where relative paths start */
export async function keysFromOptions(
  values: OptionValues,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Promise<{ readonly keys: PacketKeys; readonly problems: readonly InputProblem[] }> {
  const password = await passwordFrom(values, env, cwd);
  const identities = await identitiesFrom(values.identityFile, cwd);
  const problems = [password, identities].filter(
    (one): one is InputProblem => typeof one === 'object' && 'code' in one,
  );
  return {
    keys: {
      ...(typeof password === 'string' ? { password } : {}),
      identities: 'code' in identities ? [] : identities,
    },
    problems,
  };
}

/** Lines of an age identity file; comments begin with #. */
async function identitiesFrom(
  given: OptionValues[string],
  cwd: string,
): Promise<readonly string[] | InputProblem> {
  if (typeof given !== 'string') return [];
  const label = '--identity-file';
  const path = resolvePath({ text: given, label, baseFolder: cwd });
  const file = await readTextFile(path);
  if (!file.ok) return { code: 'cannot-read', label, given: path, hint: file.reason };
  const lines = file.text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const sound = lines.length > 0 && lines.every(isIdentity);
  return sound ? lines : { code: 'not-an-identity', label, given: path };
}
