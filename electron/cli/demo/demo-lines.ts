// What the demo says when its packet is built, in one language. Runs in the command line's process.
import type { Texts } from '#shared/i18n/texts.ts';
import { safeText } from '#shared/safe-text.ts';
import type { DraftSummary } from '#shared/schema/draft-summary.ts';
import { collectorTable, sizeText, stateText } from '../commands/overview.ts';

/**
 * @param packetPath where the demo packet is
 * @param program how the command is called here
 * @returns what this was, where the packet is, what it holds, and the command for the real machine
 */
export function demoLines(
  packetPath: string,
  { files, outcomes }: DraftSummary,
  program: string,
  texts: Texts,
): readonly string[] {
  const { demo } = texts.cli;
  return [
    demo.intro,
    demo.where(safeText(packetPath)),
    demo.contents(sizeText(files, texts), files.length),
    ...collectorTable(files, outcomes, (outcome) => stateText(outcome, texts), texts),
    demo.next,
    `  ${realCommand(program, demo.placeholders)}`,
    '',
  ];
}

function realCommand(program: string, placeholder: Texts['cli']['demo']['placeholders']): string {
  return [
    `${program} collect --ccid "${placeholder.ccid}" --company "${placeholder.company}"`,
    `--contact-name "${placeholder.contactName}" --contact-phone "${placeholder.contactPhone}"`,
    `--contact-email "${placeholder.contactEmail}" --severity 2 --problem backup`,
    `--patch-level "${placeholder.patchLevel}" --description "${placeholder.description}"`,
    `--screenshot "${placeholder.screenshot}"`,
  ].join(' ');
}
