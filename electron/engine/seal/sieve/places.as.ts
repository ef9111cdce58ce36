// Where the seal check's hot loop (sieve.as.ts) finds its text, and puts what it found. Runs in the engine's process.

/** What was found: place and kind, 32 bits each; their number comes first. */
export const PLACES: i32 = 0xa800;
export const MAX_PLACES: i32 = 1024;
/** The text; zeros stand before and behind it. */
export const TEXT: i32 = 0x10000;

let places: i32 = 0;

export function noPlaces(): void {
  places = 0;
}

/** @param more places that are yet to come. */
export function hasRoom(more: i32): bool {
  return places <= MAX_PLACES - more;
}

export function found(at: i32, kind: i32): void {
  places += 1;
  const place = PLACES + (places << 3);
  store<i32>(place, at - TEXT);
  store<i32>(place, kind, 4);
}

/** Tells their number. */
export function tellPlaces(): void {
  store<i32>(PLACES, places);
}
