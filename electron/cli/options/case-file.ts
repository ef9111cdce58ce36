// --case FILE: a case request as JSON, field by field what the options give. Runs in the command line's process.
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { Given, InputProblem } from './given.ts';
import type { ListOption, SingleOption } from './option-list.ts';
import { resolvePath } from './parse-path.ts';
import type { RawCase } from './raw-case.ts';
import { readTextFile } from './read-text-file.ts';

// Only the structure is checked here; the values go through the same parsers as those of the options.
const Text = z.string();
const TextOrNumber = z.union([z.string(), z.number()]).transform(String);
const CaseFile = z
  .strictObject({
    ccid: Text,
    company: Text,
    contact: z
      .strictObject({ name: Text, phone: TextOrNumber, extension: TextOrNumber, email: Text })
      .partial(),
    plan: Text,
    severity: TextOrNumber,
    problemArea: Text,
    title: Text,
    description: Text,
    occurredAt: Text,
    jobIds: z.array(TextOrNumber),
    window: z.strictObject({ from: Text, to: Text }).partial(),
    commvaultVersion: Text,
    patchLevel: TextOrNumber,
    screenshots: z.array(Text),
    attachments: z.array(Text),
    logDirs: z.array(Text),
    only: z.array(Text),
    skip: z.array(Text),
    redaction: Text,
    keywords: z.array(Text),
    sendBinaries: z.array(Text),
    followUp: Text,
    maxSizeBytes: TextOrNumber,
  })
  .partial();
type CaseFile = z.infer<typeof CaseFile>;

const SINGLE_FIELDS: readonly (readonly [string, SingleOption, (file: CaseFile) => string | undefined])[] = [
  ['ccid', 'ccid', (file) => file.ccid],
  ['company', 'company', (file) => file.company],
  ['contact.name', 'contactName', (file) => file.contact?.name],
  ['contact.phone', 'contactPhone', (file) => file.contact?.phone],
  ['contact.extension', 'extension', (file) => file.contact?.extension],
  ['contact.email', 'contactEmail', (file) => file.contact?.email],
  ['plan', 'plan', (file) => file.plan],
  ['severity', 'severity', (file) => file.severity],
  ['problemArea', 'problem', (file) => file.problemArea],
  ['title', 'title', (file) => file.title],
  ['description', 'description', (file) => file.description],
  ['occurredAt', 'occurredAt', (file) => file.occurredAt],
  ['window.from', 'since', (file) => file.window?.from],
  ['window.to', 'until', (file) => file.window?.to],
  ['commvaultVersion', 'commvaultVersion', (file) => file.commvaultVersion],
  ['patchLevel', 'patchLevel', (file) => file.patchLevel],
  ['redaction', 'redact', (file) => file.redaction],
  ['followUp', 'followUp', (file) => file.followUp],
  ['maxSizeBytes', 'maxSize', (file) => file.maxSizeBytes],
];
const LIST_FIELDS: readonly (readonly [
  string,
  ListOption,
  (file: CaseFile) => readonly string[] | undefined,
])[] = [
  ['jobIds', 'job', (file) => file.jobIds],
  ['screenshots', 'screenshot', (file) => file.screenshots],
  ['attachments', 'attach', (file) => file.attachments],
  ['logDirs', 'logDir', (file) => file.logDirs],
  ['only', 'only', (file) => file.only],
  ['skip', 'skip', (file) => file.skip],
  ['keywords', 'keyword', (file) => file.keywords],
  ['sendBinaries', 'sendBinary', (file) => file.sendBinaries],
];

export interface CaseFileAnswer {
  readonly raw: RawCase;
  readonly problems: readonly InputProblem[];
}

/** @returns `jobIds[2]`, `contact.email`: where in the file. */
const jsonPath = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (so, step) => (typeof step === 'number' ? `${so}[${step}]` : `${so}${so && '.'}${String(step)}`),
    '',
  );

/** Relative paths in the file start at the file's own folder. */
export async function readCaseFile(given: Given): Promise<CaseFileAnswer> {
  const path = resolvePath(given);
  const refuse = (problem: InputProblem): CaseFileAnswer => ({ raw: {}, problems: [problem] });
  const file = await readTextFile(path);
  if (!file.ok) return refuse({ code: 'cannot-read', label: given.label, given: path, hint: file.reason });
  let json: unknown;
  try {
    json = JSON.parse(file.text);
  } catch (error) {
    const hint = error instanceof Error ? error.message : '';
    return refuse({ code: 'not-json', label: given.label, given: path, hint });
  }
  const labelOf = (field: string) => `${given.label} ${basename(path)}: ${field}`;
  const answer = CaseFile.safeParse(json);
  if (!answer.success) return { raw: {}, problems: structureProblems(answer.error.issues, labelOf, given) };
  const at = (field: string, text: string): Given => ({
    text,
    label: labelOf(field),
    baseFolder: dirname(path),
  });
  const singles = SINGLE_FIELDS.flatMap(([field, name, read]) => {
    const text = read(answer.data);
    return text === undefined ? [] : [[name, at(field, text)]];
  });
  const lists = LIST_FIELDS.flatMap(([field, name, read]) => {
    const texts = read(answer.data);
    return texts === undefined ? [] : [[name, texts.map((text, index) => at(`${field}[${index}]`, text))]];
  });
  return { raw: Object.fromEntries([...singles, ...lists]), problems: [] };
}

function structureProblems(
  issues: readonly z.core.$ZodIssue[],
  labelOf: (field: string) => string,
  { label }: Given,
): readonly InputProblem[] {
  return issues.flatMap((issue): readonly InputProblem[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        code: 'unknown-field',
        label: labelOf(jsonPath([...issue.path, key])),
        given: key,
      }));
    const expected = issue.code === 'invalid_type' ? issue.expected : 'string';
    const code = ({ array: 'not-a-list', object: 'not-an-object' } as const)[expected as 'array' | 'object'];
    const where = issue.path.length === 0 ? label : labelOf(jsonPath(issue.path));
    return [{ code: code ?? 'not-text', label: where, given: '' }];
  });
}
