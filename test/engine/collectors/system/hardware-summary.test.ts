// Tests of electron/engine/collectors/system/hardware-summary.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { hardwareSummary } from '#engine/collectors/system/hardware-summary.ts';
import { look, textOf } from '#test/fixtures/look.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';

test("the machine's hardware, as fact and as file", async () => {
  const host = await recordedMachine('linux-mediaagent');
  const findings = await look(hardwareSummary, host);
  expect(findings.facts?.hardware).toEqual(await host.hardware());
  expect(JSON.parse(textOf(findings, 'hardware.json'))).toEqual(findings.facts?.hardware);
});
