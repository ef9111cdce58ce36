// Tests of electron/shared/policy/log-areas.ts: the table is well-formed and names whole base names. Runs in vitest.
import { expect, it } from 'vitest';
import { readLogName } from '#engine/logs/log-name.ts';
import { defaultLogAreas, LogAreas } from '#shared/policy/log-areas.ts';
import { ProblemArea } from '#shared/schema/problem-area.ts';

it('is of its own shape, so that a file of the same shape can replace it', () => {
  expect(LogAreas.parse(JSON.parse(JSON.stringify(defaultLogAreas)))).toEqual(defaultLogAreas);
  expect(LogAreas.safeParse({ any: [], byArea: { tapes: ['CVMA'] } }).success).toBe(false);
});

it('has logs for every area but the one that is none', () => {
  expect(ProblemArea.options.filter((area) => defaultLogAreas.byArea[area] === undefined)).toEqual(['other']);
});

it('names base names, as they are told from file names', () => {
  for (const name of [...defaultLogAreas.any, ...Object.values(defaultLogAreas.byArea).flat()]) {
    expect(readLogName(`${name}_2026_11_20_01_02_03.log.gz`).base).toBe(name);
  }
});

it('names no log twice in an area', () => {
  for (const names of Object.values(defaultLogAreas.byArea)) expect(new Set(names).size).toBe(names.length);
});
