// A list of any length of which only the rows in sight exist, all of one height. Runs in the window.
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import classes from './virtual-list.module.css';

/** Rows kept above and below those in sight, so that fast scrolling shows no gaps. */
const OVERSCAN = 8;
/** Until the element is measured. */
const FIRST_HEIGHT = 480;

interface VirtualListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  readonly rowHeight: number;
  readonly renderRow: (item: Item) => ReactNode;
}

export function VirtualList<Item>({ label, items, itemKey, rowHeight, renderRow }: VirtualListProps<Item>) {
  const viewport = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [height, setHeight] = useState(FIRST_HEIGHT);

  useLayoutEffect(() => {
    const element = viewport.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight || FIRST_HEIGHT));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // A list that became shorter is scrolled to its end at most.
  const top = Math.min(scrollTop, Math.max(0, items.length * rowHeight - height));
  const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN);
  const last = Math.min(items.length, Math.ceil((top + height) / rowHeight) + OVERSCAN);
  return (
    <div
      ref={viewport}
      className={classes.viewport}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <ul aria-label={label} className={classes.whole} style={{ height: items.length * rowHeight }}>
        {items.slice(first, last).map((item, index) => (
          <li
            key={itemKey(item)}
            aria-setsize={items.length}
            aria-posinset={first + index + 1}
            className={classes.row}
            style={{ top: (first + index) * rowHeight, height: rowHeight }}
          >
            {renderRow(item)}
          </li>
        ))}
      </ul>
    </div>
  );
}
