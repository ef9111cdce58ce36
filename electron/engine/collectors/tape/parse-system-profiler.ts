// What `system_profiler -json` prints of buses: a tree whose keys begin with the bus's own name (spsas_product,
// spfibrechannel_model …), so that only their last word is looked at. Runs in the engine's process.
import { knownFields, type Sighting } from './sighting.ts';

/** SCSI peripheral device types, as number or in words. */
const TYPES: readonly (readonly [kind: Sighting['kind'], RegExp])[] = [
  ['tape', /^(0x0?)?1$|sequential|tape/i],
  ['changer', /^(0x0?)?8$|changer/i],
];
/** Where the type is not given, the families of drives in use tell themselves by name. */
const DRIVE_NAME = /ultrium|\bLTO\b|ULT35\d\d|\bTD\d\b|T10000|TS11\d\d/i;

type Values = Readonly<Record<string, unknown>>;

/** @returns nothing where the text is no JSON. */
export function parseSystemProfiler(text: string): Sighting[] {
  const found: Sighting[] = [];
  visit(parsed(text), '', found);
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function visit(node: unknown, path: string, found: Sighting[]): void {
  if (Array.isArray(node)) {
    for (const [at, one] of node.entries()) visit(one, `${path}/${nameOf(one) ?? at}`, found);
  } else if (typeof node === 'object' && node !== null) {
    const values = node as Values;
    const device = deviceOf(values, path);
    if (device !== undefined) found.push(device);
    for (const [key, one] of Object.entries(values)) {
      if (typeof one === 'object') visit(one, key === '_items' ? path : `${path}/${key}`, found);
    }
  }
}

function deviceOf(values: Values, path: string): Sighting | undefined {
  const model = valueEnding(values, /(product|product_id|model)$/);
  const type = valueEnding(values, /(peripheral_?(device_?)?type|device_type)$/);
  const byType = TYPES.find(([, pattern]) => type !== undefined && pattern.test(type))?.[0];
  const kind = byType ?? (type === undefined && DRIVE_NAME.test(model ?? '') ? 'tape' : undefined);
  if (kind === undefined) return undefined;
  const fields = knownFields({
    model,
    vendor: valueEnding(values, /(vendor|manufacturer)$/),
    revision: valueEnding(values, /revision$/),
    serial: valueEnding(values, /serial(_number|_num)?$/),
    address: path.replace(/^\//, ''),
  });
  return { source: 'system_profiler', kind, key: path, fields };
}

/** The first value whose key ends like this. */
function valueEnding(values: Values, ending: RegExp): string | undefined {
  const [, value] = Object.entries(values).find(([key]) => ending.test(key)) ?? [];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function nameOf(node: unknown): string | undefined {
  const name = typeof node === 'object' && node !== null ? (node as Values)._name : undefined;
  return typeof name === 'string' ? name : undefined;
}
