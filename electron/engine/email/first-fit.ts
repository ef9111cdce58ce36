// Puts whole files into as few volumes as a simple rule can: largest first, each where it first fits. Runs in the
// engine's process.

/**
 * @param sizeOf bytes that an item takes in its volume
 * @param rooms bytes left in volumes that are begun already
 * @param room bytes of a new volume; no item may be larger
 * @returns the items of each volume in the order they were given, begun volumes first
 */
export function firstFitDecreasing<Item>(
  items: readonly Item[],
  sizeOf: (item: Item) => number,
  rooms: readonly number[],
  room: number,
): Item[][] {
  const left = [...rooms];
  const placed: { readonly item: Item; readonly order: number }[][] = rooms.map(() => []);
  const bySize = items.map((item, order) => ({ item, order, size: sizeOf(item) }));
  bySize.sort((a, b) => b.size - a.size);
  for (const { item, order, size } of bySize) {
    if (size > room) throw new Error(`an item of ${size} bytes for volumes of ${room}`);
    let volume = left.findIndex((bytes) => bytes >= size);
    if (volume < 0) volume = left.push(room) - 1;
    left[volume] = (left[volume] ?? 0) - size;
    placed[volume] ??= [];
    placed[volume]?.push({ item, order });
  }
  return placed.map((volume) => volume.sort((a, b) => a.order - b.order).map(({ item }) => item));
}
