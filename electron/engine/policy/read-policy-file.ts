// Reads a policy file section by section: what can be understood, and for the rest what is wrong where. Runs in the
// engine's process.
import type { z } from 'zod';
import type { PolicyTrouble, PolicyTroubleCode } from '#shared/schema/effective-policy.ts';
import { POLICY_SECTIONS, PolicyFile, type PolicySection } from '#shared/schema/policy-file.ts';
import { collectors } from '../collectors/registry.ts';
import { unknownCollectors } from '../collectors/select-collectors.ts';
import { parseDestination } from '../delivery/destination.ts';
import { readTextFile } from '../own-files/read-text-file.ts';
import { type JsonPlaces, nameKey, scanJson, valueKey } from './scan-json.ts';

const SIZE_LIMIT_BYTES = 1 << 20;

export interface ReadPolicy {
  /** The sections without trouble. */
  readonly sections: Omit<PolicyFile, 'formatVersion'>;
  readonly broken: readonly PolicySection[];
  /** In the file's order. */
  readonly troubles: readonly PolicyTrouble[];
}

type Path = readonly PropertyKey[];

/** Never rejects: a file that cannot be read at all has every section broken. */
export async function readPolicyFile(path: string): Promise<ReadPolicy> {
  const file = await readTextFile(path, SIZE_LIMIT_BYTES);
  if (file.ok) return readPolicyText(file.text);
  return nothing(
    file.reason === 'EFBIG'
      ? { code: 'too-large', detail: '' }
      : { code: 'cannot-read', detail: file.reason },
  );
}

function nothing(trouble: { code: PolicyTroubleCode; detail: string }, line = 1, column = 1): ReadPolicy {
  return { sections: {}, broken: POLICY_SECTIONS, troubles: [{ line, column, setting: '', ...trouble }] };
}

async function readPolicyText(text: string): Promise<ReadPolicy> {
  const scan = scanJson(text);
  if (!scan.ok) {
    const { line, column } = placeOf(text, scan.offset);
    return nothing({ code: scan.code, detail: scan.detail }, line, column);
  }
  const json: unknown = JSON.parse(text);
  const parsed = PolicyFile.safeParse(json);
  const found = parsed.success
    ? await crossChecks(parsed.data)
    : parsed.error.issues.flatMap((issue) => told(issue, scan.places));
  const troubles = found.map(({ path, ...trouble }): PolicyTrouble & { path: Path } => ({
    ...placeOf(text, offsetOf(path, scan.places)),
    setting: settingName(path),
    ...trouble,
    path,
  }));
  troubles.sort((one, other) => one.line - other.line || one.column - other.column);
  const names = new Set(troubles.map(({ path }) => path[0]));
  // A wrong formatVersion or an unknown section: nobody knows what it was to restrict.
  const all = [...names].some((name) => !POLICY_SECTIONS.includes(name as PolicySection));
  const broken = all ? POLICY_SECTIONS : POLICY_SECTIONS.filter((name) => names.has(name));
  const sound = POLICY_SECTIONS.filter((name) => !broken.includes(name));
  const sections = PolicyFile.omit({ formatVersion: true }).parse(
    Object.fromEntries(
      sound.flatMap((name) => {
        const value = (json as Partial<Record<PolicySection, unknown>>)[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  );
  return { sections, broken, troubles: troubles.map(({ path: _path, ...trouble }) => trouble) };
}

interface Told {
  readonly path: Path;
  readonly code: PolicyTroubleCode;
  readonly detail: string;
}

function told(issue: z.core.$ZodIssue, places: JsonPlaces): Told[] {
  const { path } = issue;
  if (path.length > 0 && !places.has(valueKey(path)) && issue.code !== 'unrecognized_keys') {
    return [{ path, code: 'missing-setting', detail: String(path.at(-1)) }];
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], code: 'unknown-setting', detail: key }));
    case 'invalid_type':
      return [{ path, code: 'wrong-type', detail: issue.expected }];
    case 'invalid_value':
      return [{ path, code: 'not-one-of', detail: issue.values.map(String).join(', ') }];
    case 'invalid_key':
      return [{ path, code: 'unknown-setting', detail: String(path.at(-1)) }];
    default:
      return [{ path, code: 'bad-value', detail: '' }];
  }
}

/** What no schema of one value can see. */
async function crossChecks(file: PolicyFile): Promise<Told[]> {
  const { collectorsOff = [], locked = [], defaults = {} } = file;
  const unknown = collectorsOff.flatMap((name, index): Told[] =>
    unknownCollectors(collectors, { only: [], skip: [name] }).length === 0
      ? []
      : [{ path: ['collectorsOff', index], code: 'unknown-collector', detail: name }],
  );
  const unlocked = locked.flatMap((name, index): Told[] =>
    defaults[name] === undefined ? [{ path: ['locked', index], code: 'nothing-to-lock', detail: name }] : [],
  );
  return [...unknown, ...unlocked, ...sendingChecks(file), ...(await recipientChecks(file))];
}

function sendingChecks({ delivery = {} }: PolicyFile): Told[] {
  const { targets = [] } = delivery;
  const names = targets.map(({ name }) => name);
  const twice = targets.flatMap(({ name }, index): Told[] =>
    names.indexOf(name) === index
      ? []
      : [{ path: ['delivery', 'targets', index, 'name'], code: 'duplicate-target', detail: name }],
  );
  const nowhere = targets.flatMap(({ url }, index): Told[] => {
    const destination = parseDestination(url, '/');
    // A share is right on the machines that the file is for.
    if (typeof destination !== 'string' || destination === 'share-not-mounted') return [];
    return [{ path: ['delivery', 'targets', index, 'url'], code: 'bad-value', detail: '' }];
  });
  return [...twice, ...nowhere];
}

async function recipientChecks({ recipients = {} }: PolicyFile): Promise<Told[]> {
  if (recipients.age === undefined) return [];
  // The library of age works out tables when it is loaded: a fifth of a second that others need not wait.
  const { isRecipient } = await import('../encryption/write-age.ts');
  return recipients.age.flatMap((key, index): Told[] =>
    isRecipient(key) ? [] : [{ path: ['recipients', 'age', index], code: 'bad-value', detail: '' }],
  );
}

/** Of the value, else of the property's name, else of what should have held it. */
function offsetOf(path: Path, places: JsonPlaces): number {
  const own = places.get(nameKey(path)) ?? places.get(valueKey(path));
  if (own !== undefined || path.length === 0) return own ?? 0;
  return offsetOf(path.slice(0, -1), places);
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}

function settingName(path: Path): string {
  return path.reduce<string>(
    (so, step) => (typeof step === 'number' ? `${so}[${step}]` : `${so}${so && '.'}${String(step)}`),
    '',
  );
}
