// The first two letters of secrets that are known by their look: they turn away almost every long word. Runs in the engine's
// process.

/** 1 for two letters, seven bits of each, with which a shape of secret-shapes.ts begins. */
export const SHAPED_STARTS = new Uint8Array(1 << 14);
for (const start of 'AA AK AS AG AI AR AN AB AC ya GO LT gh gi gl xo xa sk rk pk np py do sh SG hv ke da ag ey hf dc AT sq li NR pu ps PM ru SK dp s. wh EA v2'.split(
  ' ',
)) {
  SHAPED_STARTS[(start.charCodeAt(0) << 7) | start.charCodeAt(1)] = 1;
}
