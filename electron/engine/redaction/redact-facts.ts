// Facts about the machine as they may leave: names and addresses replaced, everything that support needs for an answer as it
// is. Runs in the engine's process.
import type { Facts } from '#shared/schema/facts.ts';
import type { CaseRedaction } from './case-redaction.ts';

/** Fields that hold a name and nothing else, by what they hold. */
const FIELDS: Readonly<Record<string, Parameters<CaseRedaction['field']>[0]>> = {
  hostName: 'host',
  clientName: 'host',
  commServe: 'host',
  serial: 'serial',
  barcode: 'barcode',
};

/** Versions, codes and states: words of ours or of a vendor, in which nothing is looked for. */
const KEPT = new Set([
  ...['os', 'version', 'value', 'confidence', 'patchLevel', 'build', 'edition', 'product', 'roles'],
  ...[
    'state',
    'kind',
    'basis',
    'sign',
    'code',
    'cut',
    'time',
    'from',
    'to',
    'focus',
    'jobId',
    'jobIds',
    'tid',
  ],
  ...['vendor', 'model', 'revision', 'manufacturer', 'cpu', 'fileSystem', 'firmware', 'driver', 'speed'],
  ...['instance', 'component', 'components'],
]);

/** @returns the facts with every string replaced that tells of the customer. */
export function redactFacts(facts: Facts, redaction: CaseRedaction): Facts {
  const { databases, ...rest } = redacted(facts, undefined, redaction) as Facts;
  if (databases === undefined) return rest;
  // An instance of a database is a name of the customer's; one of CommVault is Instance001.
  const named = databases.map(({ instance, ...one }) =>
    instance === undefined ? one : { ...one, instance: redaction.field('database', instance) },
  );
  return { ...rest, databases: named };
}

function redacted(value: unknown, key: string | undefined, redaction: CaseRedaction): unknown {
  if (key !== undefined && KEPT.has(key)) return value;
  if (typeof value === 'string') {
    const field = key === undefined ? undefined : FIELDS[key];
    return field === undefined ? redaction.text(value) : redaction.field(field, value);
  }
  if (Array.isArray(value)) return value.map((one) => redacted(one, key, redaction));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, redacted(one, name, redaction)]),
  );
}
