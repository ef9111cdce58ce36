// Which option mends a problem that the engine reports: the engine knows items and paths, the user knows options.
// Runs in the command line's process.
import { sep } from 'node:path';
import type { ChecklistItemId } from '#shared/schema/checklist.ts';
import type { Problem } from '#shared/schema/problem.ts';
import { flagOf, type ListOption, type SingleOption } from '../options/option-list.ts';
import { resolvePath } from '../options/parse-path.ts';
import type { RawCase } from '../options/raw-case.ts';

/** Items that no option supplies are found by collectors. */
const OPTION_OF_ITEM: Readonly<Record<ChecklistItemId, SingleOption | ListOption | undefined>> = {
  ccid: 'ccid',
  company: 'company',
  'contact-name': 'contactName',
  'contact-phone': 'contactPhone',
  'contact-email': 'contactEmail',
  'operating-system': undefined,
  'commvault-version': 'commvaultVersion',
  'patch-level': 'patchLevel',
  'database-version': undefined,
  hardware: undefined,
  'tape-library': undefined,
  title: 'title',
  description: 'description',
  'system-logs': undefined,
  'commvault-logs': 'logDir',
  screenshots: 'screenshot',
  severity: 'severity',
};

/** @returns the option that supplies an item, such as --ccid, or undefined. */
export function optionOfItem(item: ChecklistItemId): string | undefined {
  const name = OPTION_OF_ITEM[item];
  return name === undefined ? undefined : flagOf(name);
}

/** Where an item was given, if it was, although nothing valid came of it; else the option that supplies it. */
function labelOfItem(item: ChecklistItemId, raw: RawCase): string | undefined {
  const name = OPTION_OF_ITEM[item];
  if (name === undefined) return undefined;
  const given = name === 'description' ? (raw.description ?? raw.descriptionFile) : raw[name];
  const first = Array.isArray(given) ? given[0] : given;
  return first?.label ?? flagOf(name);
}

/**
 * @param raw where the request's values came from
 * @param outFolder absolute
 * @returns the option or case-file field to correct, or undefined where there is none
 */
export function labelOfProblem(problem: Problem, raw: RawCase, outFolder: string): string | undefined {
  switch (problem.code) {
    case 'missing-item':
      return labelOfItem(problem.item, raw);
    case 'unknown-collector':
      return [...(raw.only ?? []), ...(raw.skip ?? [])].find(({ text }) => text === problem.name)?.label;
    case 'cannot-read':
      return [...(raw.screenshot ?? []), ...(raw.attach ?? []), ...(raw.logDir ?? [])].find(
        (given) => resolvePath(given) === problem.path,
      )?.label;
    case 'no-stand-ins':
      return raw.followUp?.label;
    case 'policy-forbids':
      return problem.by.endsWith('encryption') ? '--encrypt' : undefined;
    case 'leak-found':
      return flagOf('withhold');
    case 'cannot-write':
    case 'not-enough-space':
    case 'disk-full':
      // The draft's temporary folder may be on another disk, which --out does not choose.
      return `${problem.path}${sep}`.startsWith(`${outFolder}${sep}`) ? '--out' : undefined;
    default:
      return undefined;
  }
}
