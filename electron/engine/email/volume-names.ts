// How the parts of a packet are called, and what such a name says. Runs in the engine's process.

/** In each volume: which it is. */
export const VOLUME_NOTE = 'volume.json';
/** What a packet's raw parts are called together. */
export const PARTS_NOTE_END = '.parts.json';

const PACKET = /^([0-9A-F]{1,8}|NOCCID)_S([1-4X])_\d{8}-\d{6}_([2-9A-HJ-NP-Z]{5})/;

/** @param packet the packet's file name. @returns such as F96C9_…_1of3.zip */
export function volumeName(packet: string, volume: number, of: number): string {
  return `${packet.replace(/\.zip$/i, '')}_${volume}of${of}.zip`;
}

/** @returns whether a file is called as a volume is. */
export function isVolumeName(name: string): boolean {
  return /_[0-9]+of[0-9]+\.zip$/i.test(name);
}

/** @returns the name of a raw part, which 7-Zip joins by itself; the packet's own where there is only one. */
export function partName(packet: string, part: number, of: number): string {
  return of === 1 ? packet : `${packet}.${String(part).padStart(3, '0')}`;
}

/** @returns such as F96C9_…_1of3.eml */
export function draftName(packet: string, part: number, of: number): string {
  return `${packet.replace(/\.zip(\.age)?$/i, '')}_${part}of${of}.eml`;
}

/** What a packet's name says by itself: all that is known of an encrypted one. */
export function readPacketName(name: string): { ccid?: string; severity?: string; caseReference?: string } {
  const [, ccid, severity, caseReference] = PACKET.exec(name) ?? [];
  return {
    ...(ccid === undefined || ccid === 'NOCCID' ? {} : { ccid }),
    ...(severity === undefined || severity === 'X' ? {} : { severity }),
    ...(caseReference === undefined ? {} : { caseReference }),
  };
}
