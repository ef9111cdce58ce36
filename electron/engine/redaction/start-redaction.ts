// The redaction of a case before its first file: the stand-ins of its earlier packets, what the machine and the user say.
// Runs in the engine's process.
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import type { Facts } from '#shared/schema/facts.ts';
import type { EngineContext } from '../engine-context.ts';
import { Trouble } from '../trouble.ts';
import { CaseRedaction } from './case-redaction.ts';
import { learnMachineNames } from './machine-names.ts';
import { readStandIns } from './saved-stand-ins.ts';
import { StandIns } from './stand-ins.ts';

/** Of a case's secret. */
const SECRET_BYTES = 32;

/** Throws Trouble where the map of the earlier packets cannot be had, and when cancelled. */
export async function startRedaction(
  { redaction: level, keywords, followUp }: PartialCaseRequest,
  facts: Facts,
  { host, dataFolder, signal }: EngineContext,
): Promise<CaseRedaction> {
  const earlier = followUp === undefined ? undefined : await readStandIns(dataFolder, followUp);
  if (earlier !== undefined && !earlier.ok) throw new Trouble(...earlier.problems);
  const redaction = CaseRedaction.start(
    level,
    earlier?.value ?? StandIns.fresh(host.randomBytes(SECRET_BYTES)),
  );
  for (const keyword of keywords) redaction.learn('keyword', keyword);
  if (level !== 'off') {
    await learnMachineNames(host, facts, signal, (kind, name) => redaction.learn(kind, name));
  }
  return redaction;
}
