// The text of a message: moments as people read them.
import { expect, test } from 'vitest';
import { messageText } from '#engine/email/message-text.ts';
import { sampleSheet } from '#test/fixtures/sample-sheet.ts';

test.each([
  ['2026-11-28T09:29:00.862Z', '2026-11-28 09:29 (UTC)'],
  ['2026-11-28T17:29:00.862+08:00', '2026-11-28 17:29 (UTC+08:00)'],
  ['2026-11-28T17:29:00+08:00', '2026-11-28 17:29 (UTC+08:00)'],
])('%s', (occurredAt, shown) => {
  const sheet = sampleSheet();
  const content = { packet: 'x.zip', caseReference: 'ABCDE', sealed: false, parts: [] };
  const text = messageText({ ...content, sheet: { ...sheet, event: { ...sheet.event, occurredAt } } }, 1);
  expect(text).toContain(`发生时间：${shown}\n`);
});
