// What range and size limit leave here: how much and why, which logs, and the way to take them after all. Runs in the window.
import { Button, Group, Stack, Text } from '@mantine/core';
import { safeText } from '#shared/safe-text.ts';
import type { PlannedOmission } from '#shared/schema/case-plan.ts';
import { byteSize } from '../../format/byte-size.ts';
import { reasonText } from '../../format/collector-name.ts';
import { useCase } from '../../state/case-context.ts';
import type { CaseForm } from '../../state/case-form.ts';
import { wholeTime } from '../../state/time-range.ts';
import classes from './left-out-by-range.module.css';

/** What the user left out file by file is shown in the tree. */
const BY_RANGE: ReadonlySet<string> = new Set(['outside-window', 'size-limit', 'other-area']);
/** More are counted; LEFT-OUT.txt in the packet names all. */
const MOST_NAMED = 50;

export function LeftOutByRange() {
  const { state, texts } = useCase();
  const groups = new Map<string, PlannedOmission[]>();
  for (const one of state.planView.plan?.leftOut ?? []) {
    if (BY_RANGE.has(one.reason)) groups.set(one.reason, [...(groups.get(one.reason) ?? []), one]);
  }
  return (
    <div role="status">
      {groups.size > 0 && (
        <Stack gap={4}>
          <Text size="sm">{texts.logs.leftOutTitle}</Text>
          {[...groups].map(([reason, files]) => (
            <LeftOut key={reason} reason={reason} files={files} />
          ))}
        </Stack>
      )}
    </div>
  );
}

interface LeftOutProps {
  readonly reason: string;
  readonly files: readonly PlannedOmission[];
}

function LeftOut({ reason, files }: LeftOutProps) {
  const { state, dispatch, texts } = useCase();
  const { logs: words, terms, window } = texts;
  const size = (bytes: number) => byteSize(bytes, window.locale);
  const total = files.reduce((sum, { sizeBytes = 0 }) => sum + sizeBytes, 0);
  const remedy = remedyOf(reason, state.form);
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <details className={classes.files}>
        <summary>{words.leftOut(reasonText(texts, reason), terms.files(files.length), size(total))}</summary>
        <ul>
          {files.slice(0, MOST_NAMED).map(({ path, sizeBytes = 0 }) => (
            <li key={path}>{words.leftOutFile(safeText(path), size(sizeBytes))}</li>
          ))}
          {files.length > MOST_NAMED && <li>{words.leftOutMore(terms.files(files.length - MOST_NAMED))}</li>}
        </ul>
      </details>
      {remedy !== undefined && (
        <Button
          size="compact-sm"
          variant="subtle"
          flex="none"
          onClick={() => dispatch({ type: 'field-changed', change: remedy })}
        >
          {words.takeLeftOut}
        </Button>
      )}
    </Group>
  );
}

/** What takes the files after all; undefined where the user has set nothing that keeps them. */
function remedyOf(reason: string, form: CaseForm): Partial<CaseForm> | undefined {
  if (reason === 'size-limit' && form.maxSizeBytes !== undefined) return { maxSizeBytes: undefined };
  if (reason === 'outside-window' && (form.rangeFrom !== '' || form.rangeTo !== '')) return wholeTime;
  return undefined;
}
