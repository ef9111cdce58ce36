// One folder or file of the tree: taken or not, its name, its size. Runs in the window.
import { safeText } from '#shared/safe-text.ts';
import { ChevronIcon } from '../../components/icons.tsx';
import { RowCheckbox } from '../../components/row-checkbox.tsx';
import { byteSize } from '../../format/byte-size.ts';
import { useCase } from '../../state/case-context.ts';
import type { TreeRow } from '../../state/file-tree.ts';
import classes from './file-choice.module.css';

/** Pixels; the list counts on it. */
export const ROW_HEIGHT = 36;
const INDENT = 22;

interface FileTreeRowProps {
  readonly row: TreeRow;
  /** How many of its files are left out. */
  readonly left: number;
  readonly onToggle: () => void;
  readonly onTake: (taken: boolean) => void;
}

export function FileTreeRow({ row, left, onToggle, onTake }: FileTreeRowProps) {
  const { texts } = useCase();
  const { logs: words, terms, window } = texts;
  const { depth, isFolder, isOpen, files, bytes } = row;
  const name = safeText(row.name);
  return (
    <div
      className={classes.row}
      style={{ paddingInlineStart: 10 + depth * INDENT + (isFolder ? 0 : 24 + 8) }}
    >
      {isFolder && (
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-label={isOpen ? words.collapse(name) : words.expand(name)}
          onClick={onToggle}
        >
          <span className={classes.chevron}>
            <ChevronIcon size={14} />
          </span>
        </button>
      )}
      <RowCheckbox
        label={words.take(name)}
        checked={left < files.length}
        partly={left > 0 && left < files.length}
        onChange={() => onTake(left > 0)}
      />
      <span className={classes.name} title={name}>
        {name}
      </span>
      {isFolder && <span className={classes.count}>{terms.files(files.length)}</span>}
      <span className={classes.size}>{byteSize(bytes, window.locale)}</span>
    </div>
  );
}
