// What may begin with which three bytes, as the hot loop looks it up: five bits of each. Pure. Runs in the engine's process.

/** How many entries such a table has. */
export const STARTS = 1 << 15;

/** Marks where these bytes begin; of two, whatever follows them. */
export function markStart(starts: Uint8Array, bytes: Uint8Array): void {
  const [first = 0, second = 0, third] = bytes;
  const at = ((first & 31) << 10) | ((second & 31) << 5);
  if (third === undefined) starts.fill(1, at, at + 32);
  else starts[at | (third & 31)] = 1;
}
