// Every file that would be collected, as a tree: each file or folder can stay here. Runs in the window.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { SearchIcon } from '../../components/icons.tsx';
import { Section } from '../../components/section.tsx';
import { VirtualList } from '../../components/virtual-list.tsx';
import { logsOfOtherAreas } from '../../state/area-logs.ts';
import { useCase } from '../../state/case-context.ts';
import { fileTree, foundRows, treeRows } from '../../state/file-tree.ts';
import classes from './file-choice.module.css';
import { FileTreeRow, ROW_HEIGHT } from './file-tree-row.tsx';

/** So that a short list leaves no empty frame. */
const MAX_ROWS = 12;

export function FileChoice() {
  const { state, dispatch, texts } = useCase();
  const { logs: words, terms } = texts;
  const { exclude, problemArea } = state.form;
  const files = state.planView.plan?.files;
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const excluded = useMemo(() => new Set(exclude), [exclude]);
  const tree = useMemo(() => fileTree(files ?? []), [files]);
  const rows = useMemo(
    () => (wanted === '' ? treeRows(tree, open) : foundRows(files ?? [], wanted)),
    [tree, files, open, wanted],
  );
  const { logAreas } = state.policy;
  const others = useMemo(
    () => logsOfOtherAreas(files ?? [], problemArea, logAreas),
    [files, problemArea, logAreas],
  );
  if (files === undefined) return null;
  const toggle = (path: string) => {
    const next = new Set(open);
    if (!next.delete(path)) next.add(path);
    setOpen(next);
  };
  return (
    <Section title={words.files} hint={words.filesHint}>
      <Group justify="space-between" gap="sm">
        <TextInput
          aria-label={words.search}
          placeholder={words.searchPlaceholder}
          leftSection={<SearchIcon size={16} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          w={260}
        />
        <Group gap="xs">
          {problemArea !== undefined && others.length > 0 && (
            <Button
              size="xs"
              variant="default"
              onClick={() => dispatch({ type: 'files-excluded', paths: others, excluded: true })}
            >
              {words.onlyArea(terms.problemArea[problemArea])}
            </Button>
          )}
          {exclude.length > 0 && (
            <Button
              size="xs"
              variant="default"
              onClick={() => dispatch({ type: 'files-excluded', paths: exclude, excluded: false })}
            >
              {words.takeAll}
            </Button>
          )}
        </Group>
      </Group>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.noneFound}
        </Text>
      ) : (
        <div className={classes.list} style={{ height: Math.min(rows.length, MAX_ROWS) * ROW_HEIGHT + 2 }}>
          <VirtualList
            label={words.treeLabel}
            items={rows}
            itemKey={({ path }) => path}
            rowHeight={ROW_HEIGHT}
            renderRow={(row) => (
              <FileTreeRow
                row={row}
                left={row.files.filter((path) => excluded.has(path)).length}
                onToggle={() => toggle(row.path)}
                onTake={(taken) => dispatch({ type: 'files-excluded', paths: row.files, excluded: !taken })}
              />
            )}
          />
        </div>
      )}
    </Section>
  );
}
