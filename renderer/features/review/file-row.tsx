// One file of the draft: in or out, its name, its size. Runs in the window.
import { Checkbox, Text } from '@mantine/core';
import { useId } from 'react';
import type { DraftFile } from '#shared/schema/draft-summary.ts';
import { byteSize } from '../../format/byte-size.ts';
import { useCase } from '../../state/case-context.ts';
import classes from './file-row.module.css';

/** Pixels; the list counts on it. */
export const ROW_HEIGHT = 40;

interface FileRowProps {
  readonly file: DraftFile;
  readonly included: boolean;
  readonly onChange: (included: boolean) => void;
}

export function FileRow({ file, included, onChange }: FileRowProps) {
  const { texts } = useCase();
  const id = useId();
  const { path, bytes, cut } = file;
  const end = path.lastIndexOf('/') + 1;
  return (
    <label htmlFor={id} className={classes.row} data-withheld={included ? undefined : true}>
      <Checkbox
        id={id}
        checked={included}
        onChange={(event) => onChange(event.currentTarget.checked)}
        aria-label={texts.window.review.include(path)}
      />
      <Text component="span" size="sm" className={classes.path} title={path}>
        <span className={classes.folder}>{path.slice(0, end)}</span>
        <span className={classes.name}>{path.slice(end)}</span>
      </Text>
      {cut !== undefined && (
        <Text component="span" size="sm" c="dimmed">
          {texts.terms.cut[cut]}
        </Text>
      )}
      <Text component="span" size="sm" className={classes.size}>
        {byteSize(bytes, texts.window.locale)}
      </Text>
    </label>
  );
}
