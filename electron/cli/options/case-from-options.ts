// From options and case file to a case request: every value parsed, every problem kept. Runs in the command line's
// process.
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import { readCaseFile } from './case-file.ts';
import { type Given, type InputProblem, type InputWarning, parsed, refused } from './given.ts';
import { InputReport } from './input-report.ts';
import { parseCcid } from './parse-ccid.ts';
import { parsePlan, parseProblemArea, parseRedaction } from './parse-choice.ts';
import { parseOccurredAt, parseSince, parseUntil } from './parse-instant.ts';
import { resolvePath, userFile } from './parse-path.ts';
import { parseSeverity } from './parse-severity.ts';
import { parseSize } from './parse-size.ts';
import * as text from './parse-text.ts';
import { mergeRawCases, type OptionValues, type RawCase, rawCaseFromOptions } from './raw-case.ts';
import { readTextFile } from './read-text-file.ts';

export interface CaseInput {
  /** Without the parts that were refused. */
  readonly request: PartialCaseRequest;
  /** Where the values came from, so that the engine's problems can be told by option. */
  readonly raw: RawCase;
  readonly problems: readonly InputProblem[];
  readonly warnings: readonly InputWarning[];
  /** False where the case file could not be taken, so that it is not known what else it would have given. */
  readonly allGivenKnown: boolean;
}

/**
 * @param cwd where relative paths of options start
 * @param now what --since 24h counts from
 * @param preset what the machine's policy gives where neither options nor case file do
 */
export async function caseFromOptions(
  values: OptionValues,
  cwd: string,
  now: Date,
  preset: RawCase = {},
): Promise<CaseInput> {
  const caseFile =
    typeof values.case === 'string'
      ? await readCaseFile({ text: values.case, label: '--case', baseFolder: cwd })
      : { raw: {}, problems: [] };
  const raw = mergeRawCases({ ...preset, ...caseFile.raw }, rawCaseFromOptions(values, cwd));
  const report = new InputReport();
  report.problems.push(...caseFile.problems);
  const request = await requestFrom(raw, report, now);
  const allGivenKnown = caseFile.problems.length === 0;
  return { request, raw, problems: report.problems, warnings: report.warnings, allGivenKnown };
}

async function requestFrom(raw: RawCase, report: InputReport, now: Date): Promise<PartialCaseRequest> {
  const description = await describe(raw, report);
  const title = report.take(raw.title, text.parseTitle);
  return {
    ccid: report.take(raw.ccid, parseCcid),
    company: report.take(raw.company, text.parseCompany),
    contact: {
      name: report.take(raw.contactName, text.parseContactName),
      phone: report.take(raw.contactPhone, text.parsePhone),
      extension: report.take(raw.extension, text.parseExtension),
      email: report.take(raw.contactEmail, text.parseEmail),
    },
    plan: report.take(raw.plan, parsePlan) ?? 'standard',
    severity: report.take(raw.severity, parseSeverity),
    problemArea: report.take(raw.problem, parseProblemArea) ?? 'other',
    title: title ?? (description === undefined ? undefined : text.titleFromDescription(description)),
    description,
    occurredAt: report.take(raw.occurredAt, parseOccurredAt(now)),
    jobIds: report.takeAll(raw.job ?? [], text.parseJobId),
    window: timeWindow(raw, report, now),
    commvaultVersion: report.take(raw.commvaultVersion, text.parseCommvaultVersion),
    patchLevel: report.take(raw.patchLevel, text.parsePatchLevel),
    screenshots: takeFilled(raw.screenshot, report).map(userFile),
    attachments: takeFilled(raw.attach, report).map(userFile),
    logDirs: takeFilled(raw.logDir, report).map(resolvePath),
    only: report.takeAll(raw.only ?? [], text.parseCollectorName),
    skip: report.takeAll(raw.skip ?? [], text.parseCollectorName),
    redaction: report.take(raw.redact, parseRedaction) ?? 'standard',
    keywords: await keywords(raw, report),
    sendBinaries: report.takeAll(raw.sendBinary ?? [], text.parsePacketPath),
    followUp: report.take(raw.followUp, text.parseCaseReference),
    maxSizeBytes: report.take(raw.maxSize, parseSize),
  };
}

/** An empty path would be read as the current folder. */
function takeFilled(given: readonly Given[] | undefined, report: InputReport): readonly Given[] {
  return (given ?? []).filter(
    (one) => report.take(one, (typed) => (typed.trim() ? parsed(typed) : refused('empty'))) !== undefined,
  );
}

/** --description, or the text of --description-file; both at once are a contradiction. */
async function describe(raw: RawCase, report: InputReport): Promise<string | undefined> {
  const { description, descriptionFile } = raw;
  if (descriptionFile === undefined) return report.take(description, text.parseDescription);
  const { label } = descriptionFile;
  const path = resolvePath(descriptionFile);
  if (description !== undefined)
    report.problems.push({ code: 'not-together', label, given: path, hint: description.label });
  const file = await readTextFile(path);
  if (!file.ok) {
    report.problems.push({ code: 'cannot-read', label, given: path, hint: file.reason });
    return undefined;
  }
  return report.take({ ...descriptionFile, text: file.text }, text.parseDescription);
}

/** Those given one by one and those of a file, one a line; a line that begins with # is none. */
async function keywords(raw: RawCase, report: InputReport): Promise<string[]> {
  const single = report.takeAll(raw.keyword ?? [], text.parseKeyword);
  const { keywordFile } = raw;
  if (keywordFile === undefined) return single;
  const path = resolvePath(keywordFile);
  const file = await readTextFile(path);
  if (!file.ok) {
    report.problems.push({ code: 'cannot-read', label: keywordFile.label, given: path, hint: file.reason });
    return single;
  }
  const lines = file.text.replace(/^\ufeff/, '').split(/\r?\n/);
  const given = lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ ...keywordFile, text: line }));
  return [...new Set([...single, ...report.takeAll(given, text.parseKeyword)])];
}

function timeWindow(raw: RawCase, report: InputReport, now: Date): PartialCaseRequest['window'] {
  const from = report.take(raw.since, parseSince(now));
  const to = report.take(raw.until, parseUntil);
  if (from !== undefined && to !== undefined && new Date(from) > new Date(to))
    report.problems.push({
      code: 'since-after-until',
      label: raw.since?.label ?? '',
      given: from,
      hint: to,
    });
  return { from, to };
}
