// The text of a page with its marks, the search in it, and the way from place to place. Runs in the window.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { DraftPage } from '#shared/schema/draft-page.ts';
import { SearchIcon } from '../../../components/icons.tsx';
import { useCase } from '../../../state/case-context.ts';
import { type Piece, pagePieces } from './page-pieces.ts';
import classes from './page-text.module.css';

interface PageTextProps {
  readonly segments: DraftPage['segments'];
  readonly showOriginal: boolean;
}

export function PageText({ segments, showOriginal }: PageTextProps) {
  const { texts } = useCase();
  const words = texts.redacting.viewer;
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const { pieces, stops } = useMemo(
    () => pagePieces(segments, showOriginal, wanted),
    [segments, showOriginal, wanted],
  );
  /** Undefined until the user goes to a place: the page begins at its top. */
  const [current, setCurrent] = useState<number>();
  const text = useRef<HTMLElement>(null);
  // Another search has other places.
  useEffect(() => setCurrent(wanted === '' ? undefined : 0), [wanted]);
  useEffect(() => {
    if (current === undefined) return;
    text.current?.querySelector(`[data-stop="${current}"]`)?.scrollIntoView({ block: 'center' });
  }, [current]);

  const go = (by: 1 | -1) => {
    if (stops === 0) return;
    setCurrent(current === undefined ? (by > 0 ? 0 : stops - 1) : (current + by + stops) % stops);
  };
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
  };

  const piece = current === undefined ? undefined : pieces.find(({ stop }) => stop === current);
  const spoken = () => {
    if (stops === 0) return wanted === '' ? words.noMarks : words.noMatch;
    if (piece === undefined || current === undefined) return '';
    const place = words.match(current + 1, stops);
    const { rule, text, original } = piece.segment;
    if (rule === undefined || wanted !== '') return place;
    if (original === undefined) return words.secret(place);
    return words.replaced(place, texts.redaction.rule[rule], text, original);
  };
  return (
    <>
      <Group gap="sm">
        <TextInput
          aria-label={words.search}
          placeholder={words.search}
          leftSection={<SearchIcon size={16} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={onSearchKey}
          maxLength={200}
          w={230}
        />
        <Button variant="default" aria-disabled={stops === 0} onClick={() => go(-1)}>
          {words.previous}
        </Button>
        <Button variant="default" aria-disabled={stops === 0} onClick={() => go(1)}>
          {words.next}
        </Button>
        <Text size="sm" role="status" className={classes.spoken}>
          {spoken()}
        </Text>
      </Group>
      <section
        ref={text}
        className={classes.text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={words.text}
      >
        {pieces.map((one, index) => (
          <PieceText
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece is nothing but its place
            key={index}
            piece={one}
            current={one.stop !== undefined && one.stop === current}
            showOriginal={showOriginal}
          />
        ))}
      </section>
    </>
  );
}

interface PieceTextProps {
  readonly piece: Piece;
  readonly current: boolean;
  readonly showOriginal: boolean;
}

function PieceText({ piece: { text, segment, stop, found }, current, showOriginal }: PieceTextProps) {
  if (segment.rule === undefined && !found) return text;
  const hidden = showOriginal ? segment.text : segment.original;
  return (
    <mark
      className={classes.mark}
      data-stop={stop}
      data-replaced={segment.rule && (segment.original === undefined ? 'secret' : 'stand-in')}
      data-original={(showOriginal && segment.original !== undefined) || undefined}
      data-found={found || undefined}
      data-current={current || undefined}
      title={segment.original === undefined ? undefined : hidden}
    >
      {text}
    </mark>
  );
}
