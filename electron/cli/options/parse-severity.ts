// --severity. Runs in the command line's process.
import { SEVERITY_LEVELS, type SeverityLevel } from '#shared/schema/severity.ts';
import { type Parsed, parsed, refused } from './given.ts';

/** 1 to 4, 1 being the most serious. */
export function parseSeverity(text: string): Parsed<SeverityLevel> {
  const level = SEVERITY_LEVELS.find((known) => String(known) === text.trim());
  return level === undefined ? refused('not-a-severity') : parsed(level);
}
