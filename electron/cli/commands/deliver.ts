// `casepack deliver FILE --to URL`: sends an existing packet and says what became of it. Runs in the command line's process.
import { deliverPacket } from '#engine/delivery/deliver-packet.ts';
import type { Delivered, UnknownHostKey } from '#engine/delivery/delivery-order.ts';
import { namedTargets } from '#engine/delivery/named-targets.ts';
import { usualRecipients } from '#engine/policy/sending-policy.ts';
import { asResult } from '#engine/trouble.ts';
import type { Texts } from '#shared/i18n/texts.ts';
import { safeText } from '#shared/safe-text.ts';
import type { PhoneFacts } from '#shared/schema/delivery.ts';
import type { Problem } from '#shared/schema/problem.ts';
import { EXIT_BAD_INPUT, EXIT_DONE, EXIT_NOT_DELIVERED, exitCodeOf } from '../exit-codes.ts';
import { deliveryFromOptions } from '../options/delivery-from-options.ts';
import type { InputProblem } from '../options/given.ts';
import type { OptionValues } from '../options/raw-case.ts';
import { engineReport, inputReport } from '../problems/report.ts';
import { isInteractive } from '../surroundings.ts';
import { askYesNo } from '../terminal/ask.ts';
import { engineContext, type Run } from './run.ts';

/** @param file as given; undefined where it was forgotten. @returns the exit code. */
export async function deliver(
  file: string | undefined,
  values: OptionValues,
  leftover: readonly InputProblem[],
  run: Run,
): Promise<number> {
  const { surroundings, voice, texts } = run;
  const context = await engineContext(run);
  const named = await asResult(context.signal, () => namedTargets(context.dataFolder));
  if (!named.ok) {
    for (const problem of named.problems) voice.problem(engineReport(problem, undefined, texts));
    return EXIT_BAD_INPUT;
  }
  // The policy's own come first: nobody can put another place under their names.
  const targets = [...(context.rules?.sending.targets ?? []), ...named.value];
  const { dataFolder, rules } = context;
  const known = { dataFolder, targets, recipients: usualRecipients(rules) };
  const given = await deliveryFromOptions(file, values, known, surroundings);
  const { order, problems } = given;
  for (const problem of [...leftover, ...problems]) voice.problem(inputReport(problem, texts));
  if (order === undefined || leftover.length > 0) return EXIT_BAD_INPUT;

  const mayAsk = values.json !== true && isInteractive(surroundings);
  const asking = mayAsk ? { ...order, trustsHost: (key: UnknownHostKey) => trusts(key, run) } : order;
  const result = await deliverPacket(asking, context);
  if (result.ok) return tellDelivered(result.value, order.packetPath, run);
  tellFailure(result.problems, order.packetPath, run);
  return exitCodeOf(result.problems);
}

/** On a terminal, a server met for the first time is a question. */
async function trusts(key: UnknownHostKey, { voice, texts, surroundings }: Run): Promise<boolean> {
  voice.problem(engineReport(key, undefined, texts));
  return askYesNo(texts.delivery.trustQuestion, surroundings);
}

function tellDelivered(delivered: Delivered, packet: string, { voice, texts, surroundings }: Run): number {
  const { receipt, receiptPath, earlier, recorded, phone } = delivered;
  const { delivery, cli } = texts;
  const { target, verified, answer, attempts, endedAt } = receipt;
  const { bytes, sha256 } = receipt.packet;
  if (!recorded) voice.warn({ code: 'not-recorded', message: delivery.notRecorded });
  const record = { packet, bytes, sha256, target, verified, answer, attempts, endedAt, earlier, phone };
  const lastLine = surroundings.stdout.isTTY ? safeText(packet) : packet;
  voice.result({ type: 'done', ...record, ...(receiptPath === undefined ? {} : { receipt: receiptPath }) }, [
    earlier ? delivery.deliveredBefore(target, endedAt) : delivery.delivered(target),
    delivery.verification[verified],
    cli.sha256(sha256),
    ...(receiptPath === undefined ? [] : [delivery.receipt(safeText(receiptPath))]),
    '',
    ...phoneLines(phone, texts).map(safeText),
    '',
    lastLine,
  ]);
  return EXIT_DONE;
}

/** What to read out when calling the hotline. */
function phoneLines({ severity, ...facts }: PhoneFacts, { handover, terms }: Texts): readonly string[] {
  const level = severity === undefined ? undefined : handover.level(severity, terms.severityName[severity]);
  return handover.phone({ ...facts, level });
}

/** The packet's path comes last on stdout, as when it was built: scripts go on from there. */
function tellFailure(
  problems: readonly Problem[],
  packet: string,
  { voice, texts, surroundings }: Run,
): void {
  for (const problem of problems) {
    voice.problem(engineReport(problem, undefined, texts));
    if (problem.code === 'unknown-host-key')
      voice.note([texts.delivery.trustLine(problem.knownHostsFile, problem.line)]);
  }
  if (exitCodeOf(problems) !== EXIT_NOT_DELIVERED) return;
  voice.note([texts.delivery.packetKept, `  casepack email "${safeText(packet)}" --mail-to …`]);
  const lastLine = surroundings.stdout.isTTY ? safeText(packet) : packet;
  const failed = { type: 'failed', packet };
  voice.result(failed, [lastLine]);
}
