// What a collector is: one small declarative file that looks at the machine and says which files belong in the packet.
// It reads facts at once and hands out files as sources; the engine streams them later. `plan` is looking without
// streaming, so what plan shows and what collect takes cannot differ. Runs in the engine's process.
import type { LogAreas } from '#shared/policy/log-areas.ts';
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import type { Facts, Platform } from '#shared/schema/facts.ts';
import type { Cut } from '#shared/schema/manifest.ts';
import type { Command, Host } from '../host/host.ts';

/** Something that becomes one entry of the packet. */
export type Source =
  | {
      readonly kind: 'file';
      /** Below the collector's folder, forward slashes; made safe and unique by the engine. */
      readonly name: string;
      readonly path: string;
      /** For opening; the folder that the file was found in. */
      readonly within?: string | undefined;
      readonly sizeBytes: number;
      readonly modifiedAt: Date;
      /** Takes only the newest part, from the start of a line. */
      readonly tailBytes?: number;
      /** Takes only these bytes, of which the collector knows that they begin and end with a line. */
      readonly range?: ByteRange;
      /** A picture, whose metadata stays on this machine. */
      readonly picture?: true;
    }
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | {
      readonly kind: 'command';
      readonly name: string;
      readonly command: Command;
      /** Prints in the console's code page or in UTF-16: kept as UTF-8. */
      readonly recode?: true;
      /** Prints the newest entry first, its further lines indented: kept oldest first, as logs are read. */
      readonly newestFirst?: true;
    }
  | {
      /** A program that insists on writing a file: it gets a path in the draft's private folder. */
      readonly kind: 'export';
      readonly name: string;
      /** A longer file is dropped, since part of it could not be opened. */
      readonly maxBytes: number;
      command(path: string): Command;
    }
  | {
      /** Worked out while collecting and never for `plan`, such as what only reading many logs can tell. */
      readonly kind: 'computed';
      readonly name: string;
      /** A bug in it costs this file only; it throws otherwise only when cancelled. */
      compute(host: Host, signal: AbortSignal): AsyncGenerator<Buffer, Computed>;
    };

export interface ByteRange {
  readonly from: number;
  /** Behind the last byte; absent: to the end. */
  readonly to?: number;
}

/** What a computed source knows when its last byte is out. */
export interface Computed {
  /** Added to those that looking found. */
  readonly facts?: Facts;
  readonly cut?: Cut;
  readonly notes?: readonly Note[];
  /** Added to what looking left out. */
  readonly leftOut?: readonly Note[];
  /** Paths of other files whose lines it holds: it stays behind with any of them. */
  readonly quotes?: readonly string[];
}

/** What went wrong on the way, for ERROR.txt and the outcome; `reason` is a key of terms.reason. */
export interface Note {
  readonly reason: string;
  /** The path or command it is about. */
  readonly about: string;
  /** The system's own words or code, if any. */
  readonly detail?: string;
  /** Of a file that was left out. */
  readonly sizeBytes?: number;
}

export interface Findings {
  readonly facts?: Facts;
  readonly sources?: readonly Source[];
  readonly notes?: readonly Note[];
  /** What was there and not taken, by rule and not by failure: listed in LEFT-OUT.txt. */
  readonly leftOut?: readonly Note[];
  /** Nothing to do here, and that is no failure: why (a key of terms.reason). */
  readonly skipped?: string;
}

export interface LookContext {
  readonly host: Host;
  readonly request: PartialCaseRequest;
  /** What earlier collectors of the registry found. */
  readonly facts: Facts;
  /** All that they found, by collector id; absent where none ran. */
  readonly earlier?: ReadonlyMap<string, Findings>;
  /** The machine's own table of what support reads; absent: the built-in one. */
  readonly logAreas?: LogAreas;
  /** Aborted on cancel and when the collector's time is over. */
  readonly signal: AbortSignal;
}

export interface Collector {
  /** area.thing; also its folder in the packet: collected/area/thing/. */
  readonly id: string;
  readonly platforms: readonly Platform[];
  readonly needsAdmin: 'never' | 'for-some';
  /** For looking; streaming a source has limits of its own. */
  readonly timeoutMs: number;
  /** Its folder in the packet where that is not collected/area/thing. */
  readonly folder?: string;
  look(context: LookContext): Promise<Findings>;
}
