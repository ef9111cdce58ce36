// Tests of electron/engine/email/first-fit.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { firstFitDecreasing } from '#engine/email/first-fit.ts';
import { randomNumbers } from '#test/fixtures/random-numbers.ts';

const itself = (size: number) => size;

test('any sizes: no volume is over the limit, every item is in one volume, in the order it was given', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = randomNumbers(seed);
    const room = 1 + Math.floor(random() * 1000);
    const rooms = Array.from({ length: Math.floor(random() * 4) }, () => Math.floor(random() * room));
    const items = Array.from({ length: Math.floor(random() * 60) }, (_, order) => ({
      order,
      size: Math.floor(random() * (room + 1)),
    }));
    const volumes = firstFitDecreasing(items, ({ size }) => size, rooms, room);
    expect(volumes.flat().sort((a, b) => a.order - b.order)).toEqual(items);
    for (const [at, volume] of volumes.entries()) {
      const sum = volume.reduce((bytes, { size }) => bytes + size, 0);
      expect(sum, `seed ${seed}`).toBeLessThanOrEqual(rooms[at] ?? room);
      expect(volume.map(({ order }) => order)).toEqual(
        volume.map(({ order }) => order).sort((a, b) => a - b),
      );
      if (at >= rooms.length) expect(volume).not.toEqual([]);
    }
  }
});

test('volumes that are begun are filled before a new one is', () => {
  expect(firstFitDecreasing([3, 9, 5], itself, [4, 6], 10)).toEqual([[3], [5], [9]]);
});

test('no more than a fifth above the least possible', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const random = randomNumbers(seed);
    const items = Array.from({ length: 200 }, () => 1 + Math.floor(random() * 50));
    const least = items.reduce((sum, size) => sum + size, 0) / 100;
    expect(firstFitDecreasing(items, itself, [], 100).length).toBeLessThanOrEqual(Math.ceil(least * 1.2));
  }
});

test('an item that fits nowhere is a bug', () => {
  expect(() => firstFitDecreasing([11], itself, [], 10)).toThrow('11 bytes');
});
