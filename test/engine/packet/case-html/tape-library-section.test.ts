// @vitest-environment jsdom
// Tests of electron/engine/packet/case-html/tape-library-section.ts as a browser reads it. Runs in vitest.
import { expect, test } from 'vitest';
import { environmentSection } from '#engine/packet/case-html/sections.ts';
import { tapeLibrarySection } from '#engine/packet/case-html/tape-library-section.ts';
import type { LibraryElement, TapeLibraryFacts } from '#shared/schema/facts.ts';
import { sampleHardware } from '#test/fixtures/sample-hardware.ts';
import { sampleSheet } from '#test/fixtures/sample-sheet.ts';

const slot = (index: number, barcode?: string): LibraryElement => ({
  ...{ kind: 'slot', index, state: barcode === undefined ? 'empty' : 'full' },
  ...(barcode === undefined ? {} : { barcode }),
});
const elements: LibraryElement[] = [
  { kind: 'drive', index: 0, state: 'full', barcode: 'BK0007L8', loadedFromSlot: 7 },
  slot(1, 'BK0001L8'),
  slot(2),
];
const changer = {
  ...{ vendor: 'HPE', model: 'MSL G3 Series', revision: '6.40', path: '/dev/sch0', genericPath: '/dev/sg2' },
  ...{ driveCount: 4, slotCount: 45, importExportSlotCount: 3, elements },
  sources: { vendor: 'sysfs', elements: 'mtx' },
};
const drive = { vendor: 'HPE', model: 'Ultrium 8-SCSI', serial: 'CZ3A100001', sources: {} };

/** What a reader of one language sees. */
function shown(tapeLibrary: TapeLibraryFacts, language: 'zh' | 'en' = 'en') {
  const page = new DOMParser().parseFromString(
    tapeLibrarySection(sampleSheet({ tapeLibrary }))?.markup ?? '',
    'text/html',
  );
  for (const other of page.querySelectorAll(language === 'zh' ? '.en' : '.zh')) other.remove();
  return { page, text: page.body.textContent ?? '' };
}

test('a library with its counts, elements and sources, in both languages', () => {
  const library = { changers: [changer], drives: [{ ...drive, ready: true }, drive] };
  const english = shown(library);
  for (const words of [
    ...['HPE MSL G3 Series', '/dev/sch0, /dev/sg2', 'drives: 4, slots: 45, import/export slots: 3'],
    ...[
      'Media in slots and drives: 2 of 3 places hold one',
      'BK0007L8',
      'from slot 7',
      'sysfs, mtx',
      'CZ3A100001',
    ],
    'the library may number them otherwise',
  ]) {
    expect(english.text).toContain(words);
  }
  const chinese = shown(library, 'zh').text;
  for (const words of ['4 个驱动器，45 个槽位，3 个导入导出槽位', '来自槽位 7', '有介质', '就绪']) {
    expect(chinese).toContain(words);
  }
});

test('a short list of elements is open, a long one folded, a very long one cut', () => {
  const many = (count: number) => ({
    ...changer,
    elements: Array.from({ length: count }, (_, at) => slot(at)),
  });
  expect(shown({ changers: [changer], drives: [] }).page.querySelector('details')?.open).toBe(true);
  expect(shown({ changers: [many(400)], drives: [] }).page.querySelector('details')?.open).toBe(false);
  expect(shown({ changers: [many(6_000)], drives: [] }).page.querySelectorAll('tbody tr')).toHaveLength(
    2_000,
  );
});

test('why a library did not answer, and raised TapeAlerts, stand out', () => {
  const silent = {
    ...changer,
    elements: [],
    trouble: 'READ ELEMENT STATUS Command Failed (Not Ready, 04/12)',
  };
  const alerted = { ...drive, ready: false, tapeAlerts: ['20 Clean Now'] };
  const { page } = shown({ changers: [silent], drives: [alerted] });
  const marked = [...page.querySelectorAll('.missing')].map((one) => one.textContent);
  expect(marked).toEqual(['READ ELEMENT STATUS Command Failed (Not Ready, 04/12)', '20 Clean Now']);
});

test('drives that stand alone need no word on order; nothing at all needs no section', () => {
  const alone = shown({ changers: [], drives: [drive, drive] });
  expect(alone.text).not.toContain('otherwise');
  expect(alone.text).not.toMatch(/undefined|false/);
  expect(tapeLibrarySection(sampleSheet({ tapeLibrary: { changers: [], drives: [] } }))).toBeUndefined();
  expect(tapeLibrarySection(sampleSheet())).toBeUndefined();
});

test('host adapters are in the environment', () => {
  const hostAdapters = [{ name: 'host7', model: 'QLE2692', wwpn: '21:00:00:24:ff:7f:12:34', link: 'Online' }];
  const { markup } = environmentSection(sampleSheet({ hardware: { ...sampleHardware, hostAdapters } }));
  expect(markup).toContain('host7: QLE2692, 21:00:00:24:ff:7f:12:34, Online');
  expect(environmentSection(sampleSheet()).markup).not.toContain('Host adapters');
});
