// One file of the packet: in or out, its name, what was replaced in it, a look into it, its size. Plain elements and no
// context, so that only rows that changed are made anew. Runs in the window.
import { memo, useId } from 'react';
import type { Texts } from '#shared/i18n/texts.ts';
import type { DraftFile } from '#shared/schema/draft-summary.ts';
import { RowCheckbox } from '../../components/row-checkbox.tsx';
import { byteSize } from '../../format/byte-size.ts';
import { FilePath } from './file-path.tsx';
import classes from './file-row.module.css';

/** Pixels; the list counts on it. */
export const ROW_HEIGHT = 40;

interface FileRowProps {
  readonly texts: Texts;
  readonly file: DraftFile;
  readonly included: boolean;
  /** The same function each time, as onView. */
  readonly onChange: (path: string, included: boolean) => void;
  readonly onView: (path: string) => void;
}

export const FileRow = memo(function FileRow({ texts, file, included, onChange, onView }: FileRowProps) {
  const { row } = texts.redacting;
  const { locale, review } = texts.window;
  const id = useId();
  const { path, bytes, cut, redactions, unredacted } = file;
  const count = redactions.reduce((sum, one) => sum + one.count, 0);
  return (
    <label htmlFor={id} className={classes.row} data-withheld={included ? undefined : true}>
      <RowCheckbox
        id={id}
        label={review.include(path)}
        checked={included}
        onChange={(checked) => onChange(path, checked)}
      />
      <FilePath path={path} />
      {cut !== undefined && <span className={classes.note}>{texts.terms.cut[cut]}</span>}
      <span className={classes.count} data-redactions={count}>
        {unredacted ? row.unredacted : count > 0 && row.redactions(count.toLocaleString(locale))}
      </span>
      <span className={classes.view}>
        {!unredacted && (
          <button
            type="button"
            className={classes.viewButton}
            aria-label={row.viewLabel(path)}
            onClick={() => onView(path)}
          >
            {row.view}
          </button>
        )}
      </span>
      <span className={classes.size}>{byteSize(bytes, locale)}</span>
    </label>
  );
});
