// The picture with its boxes on it: drawn by the pointer, moved and sized by pointer or keyboard. Runs in the window.
import { type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { screenshotAddress } from '#shared/ipc/screenshot-transfer.ts';
import { useCase } from '../../../state/case-context.ts';
import { EditablePart } from './editable-part.tsx';
import {
  type Edits,
  MIN_SIDE,
  type Part,
  type Point,
  type Rect,
  rectBetween,
  type Size,
} from './picture-edits.ts';
import classes from './picture-stage.module.css';

interface PictureStageProps {
  readonly id: string;
  /** Gets the picture's element. */
  readonly picture: RefObject<HTMLImageElement | null>;
  readonly edits: Edits;
  readonly mode: 'cover' | 'crop';
  readonly fresh: Part | undefined;
  /** @param run as in the edit history */
  readonly onChange: (edits: Edits, run?: string) => void;
  readonly onTrouble: () => void;
}

export function PictureStage(props: PictureStageProps) {
  const { id, picture, edits, mode, fresh, onChange, onTrouble } = props;
  const { texts } = useCase();
  const words = texts.screenshots.editor;
  const area = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Size>();
  const [size, setSize] = useState<Size>();
  /** Where the drawing of a new rectangle began, and the rectangle so far. */
  const [drawn, setDrawn] = useState<{ from: Point; rect: Rect }>();

  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      setRoom({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const scale = room && size ? Math.min(room.width / size.width, room.height / size.height, 1) : 0;
  const onPicture = (event: PointerEvent<HTMLDivElement>): Point => {
    const place = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - place.left) / scale, y: (event.clientY - place.top) / scale };
  };
  const parts: Part[] = [...edits.boxes.keys(), ...(edits.crop ? (['crop'] as const) : [])];
  return (
    <div ref={area} className={classes.area} role="application" aria-label={words.stage}>
      <div
        className={classes.stage}
        style={size && { width: size.width * scale, height: size.height * scale }}
        onPointerDown={(event) => {
          if (event.button !== 0 || size === undefined) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const from = onPicture(event);
          setDrawn({ from, rect: rectBetween(from, from, size) });
        }}
        onPointerMove={(event) => {
          if (drawn && size) {
            setDrawn({ from: drawn.from, rect: rectBetween(drawn.from, onPicture(event), size) });
          }
        }}
        onPointerUp={() => {
          setDrawn(undefined);
          if (!drawn || drawn.rect.width < MIN_SIDE || drawn.rect.height < MIN_SIDE) return;
          if (mode === 'crop') onChange({ ...edits, crop: drawn.rect });
          else onChange({ ...edits, boxes: [...edits.boxes, drawn.rect] });
        }}
        onPointerCancel={() => setDrawn(undefined)}
      >
        <img
          ref={picture}
          src={screenshotAddress(id)}
          alt={words.picture}
          draggable={false}
          className={classes.picture}
          onLoad={({ currentTarget }) =>
            setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
          }
          onError={onTrouble}
        />
        {size &&
          parts.map((part) => (
            <EditablePart
              key={part}
              part={part}
              edits={edits}
              picture={size}
              scale={scale}
              focused={fresh === part}
              onChange={onChange}
            />
          ))}
        {drawn && <div className={classes.drawn} data-mode={mode} style={placed(drawn.rect, scale)} />}
      </div>
    </div>
  );
}

function placed({ left, top, width, height }: Rect, scale: number) {
  return { left: left * scale, top: top * scale, width: width * scale, height: height * scale };
}
