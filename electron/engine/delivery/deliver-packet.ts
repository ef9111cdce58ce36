// Sends an existing packet to a target, top to bottom: read it, ask whether it is there already, try until it arrives or
// the trouble is no passing one, then write down what happened. The packet itself is never touched. Runs in the engine's
// process.
import type { Result } from '#shared/ipc/result.ts';
import type { DeliveryReceipt, HistoryEntry } from '#shared/schema/delivery.ts';
import { refuseTarget, refuseUnprotected, usualRecipients } from '../policy/sending-policy.ts';
import { asResult, Trouble, writeTrouble } from '../trouble.ts';
import type { Delivered, DeliveryContext, DeliveryOrder } from './delivery-order.ts';
import { DeliveryState } from './delivery-state.ts';
import { shownUrl } from './destination.ts';
import { appendHistory, readHistory } from './history.ts';
import { lookIntoPacket } from './look-into-packet.ts';
import { phoneFacts } from './phone-facts.ts';
import { readPacket } from './read-packet.ts';
import { readReceipt, receiptPathOf, writeReceipt } from './receipt-file.ts';
import { networkFailure, SendFailure } from './send-failure.ts';
import { sendWithRetries } from './send-with-retries.ts';
import { trustHost } from './ssh/known-hosts.ts';
import type { PacketFile, Sent } from './target.ts';

/** Problems of the network come as `delivery-failed`; whatever happens, the packet stays as it is. */
export function deliverPacket(given: DeliveryOrder, context: DeliveryContext): Promise<Result<Delivered>> {
  const { rules } = context;
  const { mailTo = usualRecipients(rules), ...access } = given.access;
  const order = { ...given, access: mailTo === undefined ? access : { ...access, mailTo } };
  const { url, target: kind } = order.destination;
  const target = shownUrl(url);
  return asResult(context.signal, async () => {
    try {
      refuseTarget(url, target, order.access, rules);
      const packet = await readPacket(order.packetPath, context);
      const { sheet, protection } = await lookIntoPacket(packet.path, context.signal);
      refuseUnprotected(protection, rules);
      const place = url.protocol === 'file:' ? `${target}${packet.name}` : target;
      const phone = phoneFacts(packet.name, sheet, place, context.policy);
      const asksHistory = !order.again && kind.looksFirst !== true;
      const earlier = asksHistory ? await earlierReceipt(packet, target, context) : undefined;
      if (earlier !== undefined) return { receipt: earlier, phone, earlier: true, recorded: true };
      return { ...(await send(packet, target, order, context)), phone };
    } catch (error) {
      const failure = networkFailure(error);
      if (failure === undefined) throw error;
      const { reason, detail } = failure;
      throw new Trouble({ code: 'delivery-failed', reason, target, detail });
    }
  });
}

async function send(
  packet: PacketFile,
  target: string,
  order: DeliveryOrder,
  context: DeliveryContext,
): Promise<Omit<Delivered, 'phone'>> {
  const { name, bytes, sha256 } = packet;
  const { dataFolder, host, tool } = context;
  const now = () => host.now().toISOString();
  const state = await DeliveryState.open(dataFolder, {
    formatVersion: 1,
    packetPath: packet.path,
    sha256,
    target,
    startedAt: now(),
    attempts: 0,
    handedOver: false,
  });
  const facts = () => ({
    formatVersion: 1 as const,
    tool,
    packet: { name, bytes, sha256 },
    target,
    startedAt: state.current.startedAt,
    endedAt: now(),
    attempts: state.current.attempts,
  });
  try {
    if (order.again) await state.beginAnew();
    if (state.current.handedOver) throw new SendFailure('outcome-unknown', '');
    const sent = await sendTrusting(packet, order, state, context);
    const receipt: DeliveryReceipt = { ...facts(), ...sent };
    const entry: HistoryEntry = { ...receipt, outcome: 'delivered', packetPath: packet.path };
    // History first: it is what keeps a packet from being sent twice.
    const recorded = await succeeds(appendHistory(dataFolder, entry));
    if (recorded) await state.forget();
    const receiptPath = receiptPathOf(packet.path);
    const written = await succeeds(writeReceipt(receiptPath, receipt));
    return { receipt, earlier: false, recorded: recorded && written, ...(written ? { receiptPath } : {}) };
  } catch (error) {
    const reason = networkFailure(error)?.reason ?? (error instanceof Trouble ? error.message : 'bug');
    const outcome = context.signal.aborted ? ('cancelled' as const) : ('failed' as const);
    await succeeds(appendHistory(dataFolder, { ...facts(), outcome, packetPath: packet.path, reason }));
    throw error;
  } finally {
    await state.close();
  }
}

/** Asks where the server is not known yet, and begins anew once it is. */
async function sendTrusting(
  ...[packet, order, state, context]: Parameters<typeof sendWithRetries>
): Promise<Sent> {
  try {
    return await sendWithRetries(packet, order, state, context);
  } catch (error) {
    const [problem] = error instanceof Trouble ? error.problems : [];
    if (problem?.code !== 'unknown-host-key' || !(await order.trustsHost?.(problem))) throw error;
    const { knownHostsFile, line } = problem;
    await trustHost(knownHostsFile, line).catch((refused) => {
      throw writeTrouble(refused, knownHostsFile);
    });
    return sendWithRetries(packet, order, state, context);
  }
}

async function earlierReceipt(
  { path, sha256 }: PacketFile,
  target: string,
  { dataFolder }: DeliveryContext,
): Promise<DeliveryReceipt | undefined> {
  const isOurs = (receipt: DeliveryReceipt) => receipt.packet.sha256 === sha256 && receipt.target === target;
  const entries = await readHistory(dataFolder);
  const entry = entries.findLast(
    (entry): entry is Extract<HistoryEntry, { outcome: 'delivered' }> =>
      entry.outcome === 'delivered' && isOurs(entry),
  );
  if (entry !== undefined) return entry;
  // The history may have been on a full disk when the packet arrived.
  const receipt = await readReceipt(receiptPathOf(path));
  return receipt !== undefined && isOurs(receipt) ? receipt : undefined;
}

/** What could not be written down is told, and no reason to call a delivery failed. */
const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
