// Redacts parts of texts as the case would, with a copy of its names, and leaves to the case whatever needs more: a name that is
// new, a key that goes on behind the part, bytes that no text has. So the result is the same to the byte as when the case does all
// of it. Pure and synchronous. Runs in a thread of the engine's process.
import type { RedactionLevel } from '#shared/schema/redaction.ts';
import { ownCopyOf } from '../own-memory.ts';
import { NarrowView } from './encoding/narrow-view.ts';
import { CleanBytes } from './encoding/soiled-bytes.ts';
import { type AddedName, NameTable } from './names/name-table.ts';
import type { CaseNames } from './scan/scan.ts';
import { scanText } from './scan/scan-text.ts';
import { TokenMemory } from './scan/token-memory.ts';
import { type StandIn, StandIns } from './stand-ins.ts';
import { type DoneSegment, NarrowRedaction } from './text-redaction.ts';

/** What the case came to know since it was last told. */
export interface News {
  readonly standIns: readonly StandIn[];
  readonly names: readonly AddedName[];
}

export class SegmentRedactor {
  readonly #shared: CaseNames;

  constructor(level: RedactionLevel) {
    this.#shared = { level, standIns: StandIns.copy(), names: new NameTable(), memory: new TokenMemory() };
    this.#shared.names.close();
  }

  /** To be called with all that the case knows, in its order. */
  follow({ standIns, names }: News): void {
    this.#shared.standIns.follow(standIns);
    this.#shared.names.follow(names);
  }

  /** @param segment whole lines. @returns undefined where the case itself must do it. */
  redact(segment: Buffer): DoneSegment | undefined {
    const text = new NarrowRedaction(this.#shared, scanText, NarrowView.ofPart(), {
      soiled: new CleanBytes(),
    });
    try {
      const parts = [text.write(segment), text.end()];
      if (text.isInside) return undefined;
      const { counts, habit } = text;
      return { bytes: ownCopyOf(...parts), counts: [...counts], names: this.#shared.names.count, habit };
    } catch {
      // A new name, a text that turned binary, or a bug: the case finds out which.
      return undefined;
    }
  }
}
