// The files of the draft: searched, filtered by what redaction did, each in or out. Runs in the window.
import { Badge, Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { startTransition, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { SearchIcon } from '../../components/icons.tsx';
import { Notice } from '../../components/notice.tsx';
import { VirtualList } from '../../components/virtual-list.tsx';
import { byteSize } from '../../format/byte-size.ts';
import { useCase } from '../../state/case-context.ts';
import type { ScreenAt } from '../../state/case-state.ts';
import { FileRow, ROW_HEIGHT } from './file-row.tsx';
import { FILE_FILTERS, type FileFilter, filterOf, matches, rowsOf } from './redaction/file-filter.ts';
import { WithheldRow } from './redaction/withheld-row.tsx';

interface ReviewListProps {
  readonly screen: ScreenAt<'review'>;
  readonly onView: (path: string) => void;
}

export function ReviewList({ screen, onView }: ReviewListProps) {
  const { dispatch, texts } = useCase();
  const { review, locale } = texts.window;
  const { filter: filterWords, row: rowWords } = texts.redacting;
  const { draft, withheld } = screen;
  const { files, caseReference } = draft.summary;
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<FileFilter>('all');
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const rows = useMemo(() => rowsOf(draft.summary), [draft]);
  const counts = useMemo(() => {
    const found: Record<FileFilter, number> = { all: files.length, redacted: 0, untouched: 0, withheld: 0 };
    for (const row of rows) found[filterOf(row)] += 1;
    return found;
  }, [rows, files]);
  const shown = useMemo(() => rows.filter((row) => matches(row, filter, wanted)), [rows, filter, wanted]);
  const going = useMemo(() => files.filter(({ path }) => !withheld.has(path)), [files, withheld]);
  const sum = (part: 'bytes' | 'packedBytes') => going.reduce((total, file) => total + file[part], 0);
  // Perhaps many thousand: the button answers first, the list follows.
  const mark = (paths: readonly string[], keepHere: boolean) =>
    startTransition(() => dispatch({ type: 'files-withheld', paths, withheld: keepHere }));
  const markOne = useCallback(
    (path: string, on: boolean) => dispatch({ type: 'files-withheld', paths: [path], withheld: !on }),
    [dispatch],
  );
  const markShown = (keepHere: boolean) =>
    mark(
      shown.filter(({ kind }) => kind === 'file').map(({ path }) => path),
      keepHere,
    );
  const size = (bytes: number) => byteSize(bytes, locale);
  const narrowed = wanted !== '' || filter !== 'all';
  return (
    <>
      <Group justify="space-between" align="flex-end">
        <div role="status">
          <Text fw={600}>
            {review.summary(texts.terms.files(going.length), size(sum('bytes')), size(sum('packedBytes')))}
          </Text>
          <Group gap="xs" mt={2}>
            <Text size="sm" c="dimmed">
              {review.reference} <b>{caseReference}</b>
            </Text>
            {withheld.size > 0 && (
              <Badge variant="default" tt="none">
                {review.withheldCount(texts.terms.files(withheld.size))}
              </Badge>
            )}
          </Group>
        </div>
        <Group gap="sm" align="flex-end">
          <TextInput
            aria-label={review.search}
            placeholder={review.searchPlaceholder}
            leftSection={<SearchIcon size={16} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            w={230}
          />
          <Button variant="default" disabled={filter === 'withheld'} onClick={() => markShown(false)}>
            {narrowed ? review.includeFound : review.includeAll}
          </Button>
          <Button variant="default" disabled={filter === 'withheld'} onClick={() => markShown(true)}>
            {narrowed ? review.withholdFound : review.withholdAll}
          </Button>
        </Group>
      </Group>
      <SegmentedControl
        aria-label={filterWords.label}
        value={filter}
        onChange={(value) => setFilter(FILE_FILTERS.find((one) => one === value) ?? 'all')}
        data={FILE_FILTERS.map((value) => ({
          value,
          label: filterWords[value](counts[value].toLocaleString(locale)),
        }))}
      />
      {shown.length === 0 ? (
        <Notice tone="info">
          {filter === 'withheld' && wanted === '' ? rowWords.noneWithheld : review.noneFound}
        </Notice>
      ) : (
        <VirtualList
          label={filter === 'withheld' ? rowWords.withheldLabel : review.listLabel}
          items={shown}
          itemKey={({ path }) => path}
          rowHeight={ROW_HEIGHT}
          renderRow={(row) =>
            row.kind === 'withheld' ? (
              <WithheldRow withheld={row.withheld} />
            ) : (
              <FileRow
                texts={texts}
                file={row.file}
                included={!withheld.has(row.path)}
                onChange={markOne}
                onView={onView}
              />
            )
          }
        />
      )}
    </>
  );
}
