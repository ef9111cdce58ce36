// The case sheet's section on tape libraries and drives. Runs in the engine's process.
import type { CaseSheet } from '#shared/schema/case-sheet.ts';
import type { LibraryElement, TapeChanger, TapeDrive } from '#shared/schema/facts.ts';
import { both } from './both.ts';
import { definitions } from './definitions.ts';
import { type Html, html } from './html.ts';

/** A longer list is folded. */
const OPEN_ELEMENTS = 30;
/** More rows than this make a page that no browser shows quickly; case.json has them all. */
const MAX_ELEMENTS = 2_000;

/** @returns undefined where no tape device was found. */
export function tapeLibrarySection({ tapeLibrary }: CaseSheet): Html | undefined {
  const { changers = [], drives = [] } = tapeLibrary ?? {};
  if (changers.length + drives.length === 0) return undefined;
  return html`<section><h2>${both((t) => t.sheet.tape.heading)}</h2>${changers.map(changerBlock)}${
    drives.length > 0 ? driveTable(drives, changers.length > 0) : undefined
  }</section>`;
}

function changerBlock(changer: TapeChanger): Html {
  const { elements, trouble, driveCount, slotCount, importExportSlotCount: importExport } = changer;
  const counted = driveCount !== undefined && slotCount !== undefined;
  return html`<h3>${both((t) => t.sheet.tape.changer)} ${modelOf(changer)}</h3>${definitions([
    [both((t) => t.sheet.tape.revision), changer.revision],
    [both((t) => t.sheet.tape.serial), changer.serial],
    [both((t) => t.sheet.tape.devicePath), pathOf(changer)],
    [both((t) => t.sheet.tape.address), changer.address],
    [both((t) => t.sheet.tape.hostAdapter), changer.hostAdapter],
    [
      both((t) => t.sheet.tape.size),
      counted ? both((t) => t.sheet.tape.counts(driveCount, slotCount, importExport ?? 0)) : undefined,
    ],
    [both((t) => t.sheet.tape.trouble), trouble && html`<span class="missing">${trouble}</span>`],
    [both((t) => t.sheet.source), [...new Set(Object.values(changer.sources))].join(', ')],
  ])}${elements.length > 0 ? elementTable(elements) : undefined}`;
}

function elementTable(elements: readonly LibraryElement[]): Html {
  const full = elements.filter(({ state }) => state === 'full').length;
  const rows = elements
    .slice(0, MAX_ELEMENTS)
    .map(
      ({ kind, index, state, barcode, loadedFromSlot: slot }) =>
        html`<tr><td>${both((t) => t.sheet.tape.places[kind])} ${index}</td><td>${both(
          (t) => t.sheet.tape.states[state],
        )}${originOf(slot)}</td><td>${barcode}</td></tr>`,
    );
  return html`<details${elements.length <= OPEN_ELEMENTS ? html` open` : undefined}><summary>${both((t) =>
    t.sheet.tape.elements(full, elements.length),
  )}</summary><table><thead><tr><th>${both((t) => t.sheet.tape.place)}</th><th>${both(
    (t) => t.sheet.state,
  )}</th><th>${both((t) => t.sheet.tape.barcode)}</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}

function originOf(slot: number | undefined): Html | undefined {
  if (slot === undefined) return undefined;
  return html` <span class="soft">${both((t) => t.sheet.tape.from(slot))}</span>`;
}

function driveTable(drives: readonly TapeDrive[], inLibrary: boolean): Html {
  const rows = drives.map((drive) => {
    const { ready, tapeAlerts = [], element } = drive;
    const place =
      element === undefined ? undefined : html`<br>${both((t) => t.sheet.tape.places.drive)} ${element}`;
    return html`<tr><td>${modelOf(drive)}<br><span class="soft">${drive.revision}</span></td><td>${drive.serial}</td><td>${pathOf(
      drive,
    )}</td><td>${drive.address}<br><span class="soft">${drive.hostAdapter}</span>${place}</td><td>${
      ready === undefined ? undefined : both((t) => (ready ? t.sheet.tape.yes : t.sheet.tape.no))
    }</td><td>${tapeAlerts.map((alert) => html`<span class="missing">${alert}</span><br>`)}</td></tr>`;
  });
  const heads = [
    both((t) => t.sheet.tape.model),
    both((t) => t.sheet.tape.serial),
    both((t) => t.sheet.tape.devicePath),
    both((t) => t.sheet.tape.address),
    both((t) => t.sheet.tape.ready),
    both((t) => t.sheet.tape.alerts),
  ];
  return html`<h3>${both((t) => t.sheet.tape.drives)}</h3><table><thead><tr>${heads.map(
    (head) => html`<th>${head}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table>${
    inLibrary && drives.length > 1
      ? html`<p class="soft">${both((t) => t.sheet.tape.driveOrder)}</p>`
      : undefined
  }`;
}

function modelOf({ vendor, model }: TapeChanger | TapeDrive): string {
  return [vendor, model].filter(Boolean).join(' ');
}

function pathOf({ path, genericPath }: TapeChanger | TapeDrive): string {
  return [path, genericPath].filter(Boolean).join(', ');
}
