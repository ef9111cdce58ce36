// Counts over time as bars: drag to choose a range, click a bar to open it; the same by keyboard. Runs in the window.
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import classes from './trouble-chart.module.css';

/** First and last bar, both included. */
export interface BarRange {
  readonly first: number;
  readonly last: number;
}

interface TroubleChartProps {
  readonly label: string;
  /** At least one. */
  readonly counts: readonly number[];
  /** What a bar says, for screen readers and under the pointer. */
  readonly describe: (bar: number) => string;
  /** The range that is chosen now. */
  readonly chosen: BarRange | undefined;
  readonly onOpen: (bar: number) => void;
  readonly onChoose: (range: BarRange) => void;
}

const HEIGHT = 96;
/** So that a single line is seen beside a thousand. */
const LEAST_HEIGHT = 3;

export function TroubleChart({ label, counts, describe, chosen, onOpen, onChoose }: TroubleChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(() => counts.length - 1);
  /** Where the drag, or the selection by keyboard, began. */
  const [anchor, setAnchor] = useState<number>();
  const highest = Math.max(...counts);
  const current = Math.min(at, counts.length - 1);
  const marked = anchor === undefined ? chosen : rangeOf(anchor, current);

  const barAt = (event: PointerEvent) => {
    const { left, width } = frame.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    const bar = Math.floor(((event.clientX - left) / width) * counts.length);
    return Math.max(0, Math.min(counts.length - 1, bar));
  };
  const finish = () => {
    setAnchor(undefined);
    if (anchor === undefined || anchor === current) onOpen(current);
    else onChoose(rangeOf(anchor, current));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 };
    const ends: Record<string, number> = { Home: 0, End: counts.length - 1 };
    const next = steps[event.key] === undefined ? ends[event.key] : current + (steps[event.key] ?? 0);
    if (next !== undefined) {
      event.preventDefault();
      setAnchor(event.shiftKey ? (anchor ?? current) : undefined);
      setAt(Math.max(0, Math.min(counts.length - 1, next)));
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      finish();
    } else if (event.key === 'Escape') setAnchor(undefined);
  };

  return (
    <div
      ref={frame}
      className={classes.chart}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={counts.length - 1}
      aria-valuenow={current}
      aria-valuetext={describe(current)}
      title={describe(current)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture?.(event.pointerId);
        setAnchor(barAt(event));
        setAt(barAt(event));
      }}
      onPointerMove={(event) => setAt(barAt(event))}
      onPointerUp={finish}
      onPointerCancel={() => setAnchor(undefined)}
    >
      <svg
        viewBox={`0 0 ${counts.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        className={classes.bars}
        aria-hidden="true"
      >
        {marked !== undefined && (
          <rect
            x={marked.first}
            width={marked.last - marked.first + 1}
            y={0}
            height={HEIGHT}
            className={classes.chosen}
          />
        )}
        <rect x={current} width={1} y={0} height={HEIGHT} className={classes.cursor} />
        {counts.map((count, bar) => {
          const height = count === 0 ? 0 : Math.max(LEAST_HEIGHT, (count / highest) * (HEIGHT - 6));
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
              key={bar}
              x={bar + 0.1}
              width={0.8}
              y={HEIGHT - height}
              height={height}
              className={classes.bar}
            />
          );
        })}
      </svg>
    </div>
  );
}

function rangeOf(one: number, other: number): BarRange {
  return { first: Math.min(one, other), last: Math.max(one, other) };
}
