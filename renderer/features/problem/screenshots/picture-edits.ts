// What is done to a picture: boxes that cover, a frame that crops, in pixels of the picture. Pure. Runs in the window.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Size {
  readonly left: number;
  readonly top: number;
}

export interface Edits {
  readonly boxes: readonly Rect[];
  readonly crop?: Rect | undefined;
}

/** A box, by its place among them, or the crop frame. */
export type Part = number | 'crop';

export const noEdits: Edits = { boxes: [] };

/** Pixels; nothing smaller can be seen or grasped. */
export const MIN_SIDE = 8;

/** @returns the rectangle between two corners, whole pixels, inside of the picture */
export function rectBetween(one: Point, other: Point, picture: Size): Rect {
  const x = [one.x, other.x].map((value) => within(value, 0, picture.width)).sort((a, b) => a - b);
  const y = [one.y, other.y].map((value) => within(value, 0, picture.height)).sort((a, b) => a - b);
  const [left = 0, right = 0] = x;
  const [top = 0, bottom = 0] = y;
  return { left, top, width: right - left, height: bottom - top };
}

/** @returns the rectangle moved as far as the picture allows */
export function moved(rect: Rect, by: Point, picture: Size): Rect {
  return {
    ...rect,
    left: within(rect.left + by.x, 0, picture.width - rect.width),
    top: within(rect.top + by.y, 0, picture.height - rect.height),
  };
}

/** @returns the rectangle with its right and bottom side moved */
export function resized(rect: Rect, by: Point, picture: Size): Rect {
  return {
    ...rect,
    width: within(rect.width + by.x, Math.min(MIN_SIDE, rect.width), picture.width - rect.left),
    height: within(rect.height + by.y, Math.min(MIN_SIDE, rect.height), picture.height - rect.top),
  };
}

/** Where a new rectangle lies that is not drawn by hand: in the middle, a quarter or most of the picture. */
export function placedInMiddle(part: 'box' | 'crop', picture: Size): Rect {
  const share = part === 'box' ? 0.25 : 0.8;
  const width = Math.max(1, Math.round(picture.width * share));
  const height = Math.max(1, Math.round(picture.height * share));
  return {
    left: Math.round((picture.width - width) / 2),
    top: Math.round((picture.height - height) / 2),
    width,
    height,
  };
}

export function rectOf(edits: Edits, part: Part): Rect | undefined {
  return part === 'crop' ? edits.crop : edits.boxes[part];
}

export function withRect(edits: Edits, part: Part, rect: Rect): Edits {
  return part === 'crop' ? { ...edits, crop: rect } : { ...edits, boxes: edits.boxes.with(part, rect) };
}

export function withoutPart(edits: Edits, part: Part): Edits {
  if (part === 'crop') return { boxes: edits.boxes };
  return { ...edits, boxes: edits.boxes.filter((_box, index) => index !== part) };
}

function within(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), Math.max(least, most)));
}
