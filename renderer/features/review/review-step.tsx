// Fourth step: every file of the draft before anything is saved; each can stay here. Runs in the window.
import { Badge, Button, Group, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { ProblemNotice } from '../../case-frame/problem-notice.tsx';
import { SearchIcon } from '../../components/icons.tsx';
import { Notice } from '../../components/notice.tsx';
import { StepFrame } from '../../components/step-frame.tsx';
import { VirtualList } from '../../components/virtual-list.tsx';
import { byteSize } from '../../format/byte-size.ts';
import { useCase } from '../../state/case-context.ts';
import type { ScreenAt } from '../../state/case-state.ts';
import { FileRow, ROW_HEIGHT } from './file-row.tsx';
import { ReviewFooter } from './review-footer.tsx';
import { ReviewNotices } from './review-notices.tsx';

export function ReviewStep({ screen }: { readonly screen: ScreenAt<'review'> }) {
  const { dispatch, texts } = useCase();
  const { review, locale, steps } = texts.window;
  const { draft, withheld, encryption } = screen;
  const { files, caseReference } = draft.summary;
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const shown = useMemo(
    () => (wanted === '' ? files : files.filter(({ path }) => path.toLowerCase().includes(wanted))),
    [files, wanted],
  );
  const going = useMemo(() => files.filter(({ path }) => !withheld.has(path)), [files, withheld]);
  const sum = (part: 'bytes' | 'packedBytes') => going.reduce((total, file) => total + file[part], 0);
  const mark = (paths: readonly string[], keepHere: boolean) =>
    dispatch({ type: 'files-withheld', paths, withheld: keepHere });
  const size = (bytes: number) => byteSize(bytes, locale);
  return (
    <StepFrame
      title={steps.review.title}
      intro={review.intro}
      fill
      footer={<ReviewFooter encryption={encryption} />}
    >
      <ProblemNotice />
      <ReviewNotices draft={draft} />
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
          <Button
            variant="default"
            onClick={() =>
              mark(
                shown.map(({ path }) => path),
                false,
              )
            }
          >
            {wanted === '' ? review.includeAll : review.includeFound}
          </Button>
          <Button
            variant="default"
            onClick={() =>
              mark(
                shown.map(({ path }) => path),
                true,
              )
            }
          >
            {wanted === '' ? review.withholdAll : review.withholdFound}
          </Button>
        </Group>
      </Group>
      {shown.length === 0 ? (
        <Notice tone="info">{review.noneFound}</Notice>
      ) : (
        <VirtualList
          label={review.listLabel}
          items={shown}
          itemKey={({ path }) => path}
          rowHeight={ROW_HEIGHT}
          renderRow={(file) => (
            <FileRow
              file={file}
              included={!withheld.has(file.path)}
              onChange={(on) => mark([file.path], !on)}
            />
          )}
        />
      )}
    </StepFrame>
  );
}
