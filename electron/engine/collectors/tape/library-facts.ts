// The case sheet's tape library from merged devices and what they said of themselves. Runs in the engine's process.
import type { TapeChanger, TapeDrive, TapeLibraryFacts } from '#shared/schema/facts.ts';
import type { ChangerStatus } from './parse-mtx-status.ts';
import type { DriveState } from './parse-tapeinfo.ts';
import type { MergedDevice } from './sighting.ts';

interface Said {
  readonly changers: ReadonlyMap<string, ChangerStatus>;
  readonly drives: ReadonlyMap<string, DriveState>;
}

export const NOTHING_SAID: Said = { changers: new Map(), drives: new Map() };

/** @param said by devices that were asked, by key. */
export function libraryFacts(devices: readonly MergedDevice[], said: Said): TapeLibraryFacts {
  const changers = devices
    .filter(({ kind }) => kind === 'changer')
    .map((device) => changerOf(device, said.changers.get(device.key)));
  const drives = devices
    .filter(({ kind }) => kind === 'tape')
    .map((device) => driveOf(device, said.drives.get(device.key)));
  return { changers, drives: withElement(changers, drives) };
}

function changerOf({ fields, sources }: MergedDevice, status: ChangerStatus | undefined): TapeChanger {
  const { elements = [], ...sizes }: Partial<ChangerStatus> = status ?? {};
  const silent = sizes.driveCount === undefined && elements.length === 0;
  const answered = silent ? {} : { elements: 'mtx' };
  return { ...fields, ...sizes, elements: [...elements], sources: { ...sources, ...answered } };
}

function driveOf({ fields, sources }: MergedDevice, state: DriveState | undefined): TapeDrive {
  if (state?.ready === undefined) return { ...fields, sources: { ...sources } };
  return {
    ...fields,
    ready: state.ready,
    tapeAlerts: [...state.tapeAlerts],
    sources: { ...sources, ready: 'tapeinfo', tapeAlerts: 'tapeinfo' },
  };
}

/**
 * The system counts drives in the order it found them, the library in the order they are built in, and no command here says
 * which is which: only where there is one of each is it known.
 */
function withElement(changers: readonly TapeChanger[], drives: readonly TapeDrive[]): TapeDrive[] {
  const places = changers.flatMap(({ elements }) => elements.filter(({ kind }) => kind === 'drive'));
  const [place] = places;
  if (changers.length !== 1 || places.length !== 1 || drives.length !== 1 || place === undefined)
    return [...drives];
  return drives.map((drive) => ({
    ...drive,
    element: place.index,
    sources: { ...drive.sources, element: 'mtx' },
  }));
}
