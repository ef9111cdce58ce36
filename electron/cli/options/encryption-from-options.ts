// --encrypt and what belongs to it. Passwords come from a file or the environment, never from an argument, and no message
// repeats them. Runs in the command line's process.
import {
  ADVISED_PASSWORD_LENGTH,
  AgeRecipient,
  type Encryption,
  EncryptionWay,
} from '#shared/schema/encryption.ts';
import type { InputProblem, InputWarning } from './given.ts';
import { resolvePath } from './parse-path.ts';
import type { OptionValues } from './raw-case.ts';
import { readTextFile } from './read-text-file.ts';

const PASSWORD_VARIABLE = 'CASEPACK_PASSWORD';

export interface EncryptionInput {
  /** Undefined where the packet stays plain, and where something is wrong. */
  readonly encryption?: Encryption;
  readonly problems: readonly InputProblem[];
  readonly warnings: readonly InputWarning[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const refuse = (problem: InputProblem): EncryptionInput => ({ problems: [problem], warnings: [] });

/** @param cwd where relative paths start */
export async function encryptionFromOptions(
  values: OptionValues,
  env: Environment,
  cwd: string,
): Promise<EncryptionInput> {
  const given = String(values.encrypt ?? 'none');
  const way = EncryptionWay.safeParse(given);
  if (!way.success) {
    const hint = EncryptionWay.options.join(', ');
    return refuse({ code: 'not-one-of', label: '--encrypt', given, hint });
  }
  // Keys without the way they belong to would leave a packet plain that was meant to be encrypted.
  const stray = [
    ...(values.passwordFile !== undefined && way.data !== 'password'
      ? [{ label: '--password-file', hint: '--encrypt password' }]
      : []),
    ...(values.recipient !== undefined && way.data !== 'age'
      ? [{ label: '--recipient', hint: '--encrypt age' }]
      : []),
  ].map((one): InputProblem => ({ code: 'only-with', given: '', ...one }));
  if (stray.length > 0) return { problems: stray, warnings: [] };
  if (way.data === 'password') return withPassword(await passwordFrom(values, env, cwd));
  return way.data === 'age' ? withRecipients(values.recipient) : { problems: [], warnings: [] };
}

function withPassword(read: string | InputProblem | undefined): EncryptionInput {
  if (read === undefined) return refuse({ code: 'needs-password', label: '--encrypt', given: '' });
  if (typeof read !== 'string') return refuse(read);
  const about = { label: '--encrypt', given: '' };
  const warnings: InputWarning[] = [];
  if ([...read].length < ADVISED_PASSWORD_LENGTH) {
    warnings.push({ code: 'short-password', ...about, hint: String(ADVISED_PASSWORD_LENGTH) });
  }
  if (!/^[ -~]*$/.test(read)) warnings.push({ code: 'odd-password', ...about });
  return { encryption: { way: 'password', password: read }, problems: [], warnings };
}

async function withRecipients(given: OptionValues[string]): Promise<EncryptionInput> {
  const recipients = Array.isArray(given) ? given.map((one: string) => one.trim()) : [];
  if (recipients.length === 0) return refuse({ code: 'needs-recipient', label: '--encrypt', given: '' });
  // Its curves take long to load, and few packets need them.
  const { isRecipient } = await import('#engine/encryption/write-age.ts');
  const problems = recipients
    .filter((one) => !AgeRecipient.safeParse(one).success || !isRecipient(one))
    .map((one): InputProblem => ({ code: 'not-a-recipient', label: '--recipient', given: one }));
  if (problems.length > 0) return { problems, warnings: [] };
  return { encryption: { way: 'age', recipients }, problems, warnings: [] };
}

/** @returns the password of --password-file, else of the environment; undefined where neither was given. */
export async function passwordFrom(
  values: OptionValues,
  env: Environment,
  cwd: string,
): Promise<string | InputProblem | undefined> {
  const label = '--password-file';
  if (typeof values.passwordFile !== 'string') return env[PASSWORD_VARIABLE] || undefined;
  const path = resolvePath({ text: values.passwordFile, label, baseFolder: cwd });
  const file = await readTextFile(path);
  if (!file.ok) return { code: 'cannot-read', label, given: path, hint: file.reason };
  const password = file.text.replace(/\r?\n$/, '');
  if (password === '') return { code: 'empty', label, given: path };
  if (/[\r\n]/.test(password)) return { code: 'not-one-line', label, given: path };
  return password;
}
