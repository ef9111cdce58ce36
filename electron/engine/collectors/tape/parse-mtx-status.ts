// What `mtx status` prints: the library's size and what lies where. Runs in the engine's process.
import type { LibraryElement } from '#shared/schema/facts.ts';

export interface ChangerStatus {
  readonly driveCount?: number;
  readonly slotCount?: number;
  readonly importExportSlotCount?: number;
  readonly elements: readonly LibraryElement[];
  /** Why there are no elements, in the device's words. */
  readonly trouble?: string;
}

const HEADER = /Storage Changer .+:(\d+) Drives, (\d+) Slots \( *(\d+) Import\/Export *\)/;
const ELEMENT = /^\s*(Data Transfer|Storage) Element (\d+)( IMPORT\/EXPORT)?:(.*)$/;
/** A slot has `VolumeTag=`, a drive `VolumeTag = `; both are padded with blanks. */
const TAG = /:VolumeTag ?=(.*?)(?=:AlternateVolumeTag|$)/;
const SENSE = 'Request Sense: ';

/** @param text all it printed. Sense data before an answer is no failure: many libraries lack the page that mtx asks for first. */
export function parseMtxStatus(text: string): ChangerStatus {
  const lines = text.split(/\r?\n/);
  const elements = lines.flatMap(elementOf);
  const [, drives, slots, importExport] = HEADER.exec(text) ?? [];
  if (drives === undefined) {
    const trouble = elements.length > 0 ? undefined : troubleOf(lines);
    return { elements, ...(trouble === undefined ? {} : { trouble }) };
  }
  return {
    driveCount: Number(drives),
    // The header counts import/export slots among the slots.
    slotCount: Number(slots) - Number(importExport),
    importExportSlotCount: Number(importExport),
    elements,
  };
}

function elementOf(line: string): LibraryElement[] {
  const [, place, index, importExport, rest = ''] = ELEMENT.exec(line) ?? [];
  if (place === undefined) return [];
  const word = /^(Full|Empty)\b/.exec(rest)?.[1];
  const barcode = TAG.exec(rest)?.[1]?.trim() ?? '';
  // Absent for `(Unknown Storage Element Loaded)`.
  const from = /\(Storage Element (\d+) Loaded\)/.exec(rest)?.[1];
  return [
    {
      kind: place === 'Data Transfer' ? 'drive' : importExport === undefined ? 'slot' : 'import-export',
      index: Number(index),
      state: word === 'Full' ? 'full' : word === 'Empty' ? 'empty' : 'unknown',
      ...(barcode === '' ? {} : { barcode }),
      ...(from === undefined ? {} : { loadedFromSlot: Number(from) }),
    },
  ];
}

/** The last line that is no sense data, with the last sense key and codes: `READ ELEMENT STATUS Command Failed (Not Ready, 04/12)`. */
function troubleOf(lines: readonly string[]): string | undefined {
  const words = lines
    .filter((line) => line.trim() !== '' && !line.includes(SENSE))
    .at(-1)
    ?.trim();
  const sense = (name: string) =>
    lines
      .findLast((line) => line.includes(`${SENSE}${name}`))
      ?.split('=')[1]
      ?.trim();
  const key = sense('Sense Key');
  const codes = [sense('Additional Sense Code'), sense('Additional Sense Qualifier')].filter(Boolean);
  const detail = [key, codes.join('/')].filter(Boolean).join(', ');
  return words === undefined || detail === '' ? (words ?? key) : `${words} (${detail})`;
}
