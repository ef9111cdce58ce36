// Names that a text itself tells are remembered, so that they are found where nothing beside them says what they are. Only
// distinctive ones: an ordinary word would destroy every other text. Runs in the engine's process.
import { isDistinctive, isNumberedMachine, isOrdinary } from '../names/name-worth.ts';
import type { CaseNames } from '../scan/scan.ts';

/** @param host one part: no dots. */
export function learnHost({ names, standIns }: CaseNames, host: string): void {
  if (names.has(host.toLowerCase()) || !(isDistinctive(host) || isNumberedMachine(host))) return;
  names.add(host, 'host', () => standIns.everywhere('host', host));
}

/** @param computer as its account has it, without the dollar sign: surely a machine, so that one digit is enough. */
export function learnComputer({ names, standIns }: CaseNames, computer: string): void {
  const small = computer.toLowerCase();
  if (names.has(small) || !/^(?=.*[a-z])(?=.*[\d-])[\w-]{5,}$/.test(small) || isOrdinary(small)) return;
  names.add(computer, 'host', () => standIns.everywhere('host', computer));
}

/**
 * @param user as an account's name, without its domain.
 * @param certain it stood where only accounts stand; else words joined by underscores, as programs have them, are not learned.
 */
export function learnUser({ names, standIns }: CaseNames, user: string, certain: boolean): void {
  if (names.has(user.toLowerCase()) || !isDistinctive(user)) return;
  if (!certain && user.includes('_')) return;
  names.add(user, 'user', () => standIns.everywhere('user', user));
}
