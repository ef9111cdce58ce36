import { describe, expect, it } from 'vitest';
import { pagePieces } from '#renderer/features/review/viewer/page-pieces.ts';
import type { DraftPage } from '#shared/schema/draft-page.ts';

const segments: DraftPage['segments'] = [
  { text: '11/22 connect to ' },
  { text: 'host-1', original: 'cs01.bank.example', rule: 'host' },
  { text: ' with ' },
  { text: '[password]', rule: 'password' },
  { text: '\nHost-1 is gone\n' },
];
const shown = (original: boolean, search = '') =>
  pagePieces(segments, original, search)
    .pieces.map(({ text }) => text)
    .join('');

describe('pagePieces', () => {
  it('is the page as it leaves, and each replaced place is a place to go to', () => {
    expect(shown(false)).toBe('11/22 connect to host-1 with [password]\nHost-1 is gone\n');
    const { pieces, stops } = pagePieces(segments, false, '');
    expect(stops).toBe(2);
    expect(pieces.map(({ stop }) => stop)).toEqual([undefined, 0, undefined, 1, undefined]);
  });

  it('shows the originals that there are, and secrets as they leave', () => {
    expect(shown(true)).toBe('11/22 connect to cs01.bank.example with [password]\nHost-1 is gone\n');
  });

  it('finds in what is shown, without regard to case, also across what was replaced', () => {
    const found = (original: boolean, search: string) => {
      const { pieces, stops } = pagePieces(segments, original, search);
      return { stops, texts: pieces.filter((piece) => piece.found).map(({ text }) => text) };
    };
    expect(found(false, 'HOST-1')).toEqual({ stops: 2, texts: ['host-1', 'Host-1'] });
    expect(found(true, 'host-1')).toEqual({ stops: 1, texts: ['Host-1'] });
    expect(found(false, 'to host-1 with')).toEqual({ stops: 1, texts: ['to ', 'host-1', ' with'] });
    expect(found(false, '1 w')).toEqual({ stops: 1, texts: ['1', ' w'] });
    expect(found(false, '[pass')).toEqual({ stops: 1, texts: ['[pass'] });
    expect(shown(false, 'o')).toBe(shown(false));
  });

  it('takes neighbouring hits one by one, and an empty page', () => {
    const { stops, pieces } = pagePieces([{ text: 'aaaa' }, { text: 'aa' }], false, 'aaa');
    expect(stops).toBe(2);
    expect(pieces.map(({ text, stop }) => [text, stop])).toEqual([
      ['aaa', 0],
      ['a', 1],
      ['aa', undefined],
    ]);
    expect(pagePieces([], true, 'x')).toEqual({ pieces: [], stops: 0 });
  });
});
