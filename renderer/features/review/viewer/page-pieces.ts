// A page's text cut into the pieces that are drawn: plain, replaced, found by the search. Pure. Runs in the window.
import type { DraftPage } from '#shared/schema/draft-page.ts';

type Segment = DraftPage['segments'][number];

export interface Piece {
  readonly text: string;
  /** The segment it is of, which says what was replaced; a search may cut a segment into several pieces. */
  readonly segment: Segment;
  /** The place that the buttons go to, if it begins here. */
  readonly stop?: number;
  readonly found: boolean;
}

export interface PagePieces {
  readonly pieces: readonly Piece[];
  /** Places to go to: what the search found, or without a search what was replaced. */
  readonly stops: number;
}

/** @param search without regard to case; empty: none */
export function pagePieces(segments: readonly Segment[], showOriginal: boolean, search: string): PagePieces {
  const texts = segments.map((segment) => (showOriginal && segment.original) || segment.text);
  const hits = search === '' ? [] : hitsIn(texts.join(''), search);
  const pieces: Piece[] = [];
  let stops = 0;
  let at = 0;
  let hit = 0;
  for (const [index, segment] of segments.entries()) {
    const text = texts[index] ?? '';
    const end = at + text.length;
    let from = at;
    const take = (to: number, found: boolean, isStop: boolean) => {
      if (to <= from) return;
      const piece = { text: text.slice(from - at, to - at), segment, found };
      pieces.push(isStop ? { ...piece, stop: stops++ } : piece);
      from = to;
    };
    for (let next = hits[hit]; next !== undefined && next < end; next = hits[hit]) {
      take(next, false, false);
      // A hit that goes on from the segment before is no new place.
      take(Math.min(next + search.length, end), true, from === next);
      if (next + search.length > end) break;
      hit += 1;
    }
    take(end, false, search === '' && segment.rule !== undefined);
    at = end;
  }
  return { pieces, stops };
}

/** Beyond this the page is all hits, and drawing each would be slow. */
const MAX_HITS = 2_000;

function hitsIn(text: string, search: string): number[] {
  const hits: number[] = [];
  // Not lower case: that changes the length of some letters.
  const pattern = new RegExp(search.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
  for (const { index } of text.matchAll(pattern)) {
    hits.push(index);
    if (hits.length === MAX_HITS) break;
  }
  return hits;
}
