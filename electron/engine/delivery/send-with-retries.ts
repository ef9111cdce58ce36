// Attempts to hand a packet to its target, with growing pauses, until one succeeds or the trouble does not pass by itself.
// Runs in the engine's process.
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryContext, DeliveryOrder } from './delivery-order.ts';
import type { DeliveryState } from './delivery-state.ts';
import { openConnection } from './open-connection.ts';
import { networkFailure, SendFailure, shortened } from './send-failure.ts';
import { SendMeter } from './send-meter.ts';
import type { Attempt, PacketFile, Patience, Sent } from './target.ts';

const PATIENCE: Patience = { stallMs: 60_000, answerMs: 300_000, backOffMs: 1000 };

/** Shorter values of a query are numbers and names. */
const MIN_SIGNATURE_CHARACTERS = 20;

/** However often it failed, the next attempt is never further away. */
const MAX_BACK_OFF_MS = 60_000;

/** Rejects with the last attempt's SendFailure, or with what no repetition can mend. */
export async function sendWithRetries(
  packet: PacketFile,
  order: DeliveryOrder,
  state: DeliveryState,
  context: DeliveryContext,
): Promise<Sent> {
  const meter = new SendMeter(packet, context.onProgress);
  for (let failed = 0; ; failed += 1) {
    context.signal.throwIfAborted();
    await state.change({ attempts: state.current.attempts + 1 });
    try {
      const sent = await attempt(packet, order, state, meter, context);
      meter.arrived();
      return { ...sent, answer: shortened(withoutSecrets(sent.answer, order)) };
    } catch (error) {
      context.signal.throwIfAborted();
      const failure = await judged(error, order, state);
      if (!failure.passing || failed >= order.retries) throw failure;
      const { backOffMs } = order.patience ?? PATIENCE;
      const growing = Math.min(backOffMs * 2 ** failed, MAX_BACK_OFF_MS) * (0.75 + Math.random() / 2);
      const delayMs = Math.round(failure.retryAfterMs ?? growing);
      meter.waiting({ reason: failure.reason, delayMs, retry: failed + 1, retries: order.retries });
      await sleep(delayMs, undefined, { signal: context.signal });
    }
  }
}

async function attempt(
  packet: PacketFile,
  { destination, access, again, findProxy, patience = PATIENCE }: DeliveryOrder,
  state: DeliveryState,
  meter: SendMeter,
  { signal }: DeliveryContext,
): Promise<Sent> {
  const { target, url } = destination;
  const one: Attempt = {
    packet,
    url,
    access,
    patience,
    signal,
    again,
    kept: state.current.kept,
    keep: (kept) => state.change({ kept }),
    progress: (doneBytes) => meter.reached(doneBytes),
    checking: (doneBytes) => meter.checked(doneBytes),
    handedOver: async () => {
      if (!target.repeatable(access)) await state.change({ handedOver: true });
    },
    connect: async (host, port) => {
      const proxy = await findProxy(url);
      return openConnection(host, port, { timeoutMs: patience.stallMs, signal, proxy, ca: access.ca });
    },
  };
  return target.send(one);
}

/** What an attempt's end means: where the server had everything and its answer was lost, it may have taken it. */
async function judged(error: unknown, order: DeliveryOrder, state: DeliveryState): Promise<SendFailure> {
  const failure = networkFailure(error);
  if (failure === undefined) throw error;
  const { reason, retryAfterMs } = failure;
  const detail = withoutSecrets(failure.detail, order);
  if (!state.current.handedOver) return new SendFailure(reason, detail, retryAfterMs);
  if (reason === 'connection-lost' || reason === 'stalled') return new SendFailure('outcome-unknown', detail);
  await state.change({ handedOver: false });
  return new SendFailure(reason, detail, retryAfterMs);
}

/** Servers quote what they were sent: of a query the whole, or the signature alone. */
function withoutSecrets(text: string, { access, destination }: DeliveryOrder): string {
  const { parts = [], completeUrl } = access.s3Parts ?? {};
  const presigned = [...parts, ...(completeUrl === undefined ? [] : [completeUrl])].map(
    (url) => new URL(url),
  );
  const queries = [destination.url, ...presigned].flatMap(({ search, searchParams }) => [
    search.slice(1),
    ...[...searchParams.values()].filter((value) => value.length >= MIN_SIGNATURE_CHARACTERS),
  ]);
  const secrets = [access.password ?? '', ...queries].filter((secret) => secret !== '');
  return secrets.reduce<string>((clean, secret) => clean.replaceAll(secret, '…'), text);
}
