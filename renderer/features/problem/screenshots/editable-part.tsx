// A box or the crop frame on the picture: moved by dragging or arrow keys, sized by its corner or Shift and arrow keys.
// Runs in the window.
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useCase } from '../../../state/case-context.ts';
import classes from './editable-part.module.css';
import {
  type Edits,
  moved,
  type Part,
  type Point,
  rectOf,
  resized,
  type Size,
  withoutPart,
  withRect,
} from './picture-edits.ts';

/** Of the picture's shorter side, by one press of an arrow key. */
const STEP_SHARE = 0.02;

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface EditablePartProps {
  readonly part: Part;
  readonly edits: Edits;
  readonly picture: Size;
  /** Pixels on the page for one of the picture. */
  readonly scale: number;
  /** Takes the focus when it appears. */
  readonly focused: boolean;
  readonly onChange: (edits: Edits, run?: string) => void;
}

interface Drag {
  readonly how: 'move' | 'resize';
  readonly from: Point;
  readonly by: Point;
}

export function EditablePart({ part, edits, picture, scale, focused, onChange }: EditablePartProps) {
  const words = useCase().texts.screenshots.editor;
  const element = useRef<HTMLButtonElement>(null);
  const [drag, setDrag] = useState<Drag>();
  useEffect(() => {
    if (focused) element.current?.focus();
  }, [focused]);

  const rect = rectOf(edits, part);
  if (rect === undefined) return null;
  const after = (how: Drag['how'], by: Point) =>
    how === 'move' ? moved(rect, by, picture) : resized(rect, by, picture);
  const shown = drag === undefined ? rect : after(drag.how, drag.by);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      return onChange(withoutPart(edits, part));
    }
    const direction = arrows[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    const step = event.ctrlKey
      ? 1
      : Math.max(1, Math.round(Math.min(picture.width, picture.height) * STEP_SHARE));
    const how = event.shiftKey ? 'resize' : 'move';
    const next = after(how, { x: direction.x * step, y: direction.y * step });
    onChange(withRect(edits, part, next), `${how} ${part}`);
  };
  const begin = (how: Drag['how']) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ how, from: { x: event.clientX, y: event.clientY }, by: { x: 0, y: 0 } });
  };
  const follow = (event: PointerEvent) => {
    if (drag === undefined) return;
    event.stopPropagation();
    const by = { x: (event.clientX - drag.from.x) / scale, y: (event.clientY - drag.from.y) / scale };
    setDrag({ ...drag, by });
  };
  const end = (event: PointerEvent) => {
    if (drag === undefined) return;
    event.stopPropagation();
    setDrag(undefined);
    if (shown !== rect) onChange(withRect(edits, part, shown));
  };
  const dragging = { onPointerMove: follow, onPointerUp: end, onPointerCancel: () => setDrag(undefined) };
  return (
    <button
      ref={element}
      type="button"
      aria-label={part === 'crop' ? words.cropBox : words.box(part + 1)}
      aria-description={words.place(shown.left, shown.top, shown.width, shown.height)}
      className={classes.part}
      data-part={part === 'crop' ? 'crop' : 'box'}
      style={{
        left: shown.left * scale,
        top: shown.top * scale,
        width: shown.width * scale,
        height: shown.height * scale,
      }}
      onKeyDown={onKeyDown}
      onPointerDown={begin('move')}
      {...dragging}
    >
      <span aria-hidden="true" className={classes.corner} onPointerDown={begin('resize')} {...dragging} />
    </button>
  );
}
