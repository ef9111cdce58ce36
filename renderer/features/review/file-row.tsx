// One file of the draft: in or out, its name, what was replaced in it, its size. Runs in the window.
import { Button, Checkbox, Text } from '@mantine/core';
import { useId } from 'react';
import type { DraftFile } from '#shared/schema/draft-summary.ts';
import { byteSize } from '../../format/byte-size.ts';
import { useCase } from '../../state/case-context.ts';
import { FilePath } from './file-path.tsx';
import classes from './file-row.module.css';

/** Pixels; the list counts on it. */
export const ROW_HEIGHT = 40;

interface FileRowProps {
  readonly file: DraftFile;
  readonly included: boolean;
  readonly onChange: (included: boolean) => void;
  readonly onView: () => void;
}

export function FileRow({ file, included, onChange, onView }: FileRowProps) {
  const { texts } = useCase();
  const { row } = texts.redacting;
  const { locale, review } = texts.window;
  const id = useId();
  const { path, bytes, cut, redactions, unredacted } = file;
  const count = redactions.reduce((sum, one) => sum + one.count, 0);
  return (
    <label htmlFor={id} className={classes.row} data-withheld={included ? undefined : true}>
      <Checkbox
        id={id}
        checked={included}
        onChange={(event) => onChange(event.currentTarget.checked)}
        aria-label={review.include(path)}
      />
      <FilePath path={path} />
      {cut !== undefined && (
        <Text component="span" size="sm" c="dimmed" className={classes.note}>
          {texts.terms.cut[cut]}
        </Text>
      )}
      <Text component="span" size="sm" className={classes.count} data-redactions={count}>
        {unredacted ? row.unredacted : count > 0 && row.redactions(count.toLocaleString(locale))}
      </Text>
      <span className={classes.view}>
        {!unredacted && (
          <Button variant="subtle" size="compact-sm" aria-label={row.viewLabel(path)} onClick={onView}>
            {row.view}
          </Button>
        )}
      </span>
      <Text component="span" size="sm" className={classes.size}>
        {byteSize(bytes, locale)}
      </Text>
    </label>
  );
}
