// Names inside the packet: forward slashes, relative, legal on Windows, unique without regard to case, at most 200
// characters, nothing that could climb out of a folder or deceive a terminal. Runs in the engine's process.

const MAX_LENGTH = 200;

/** Control characters, halves of characters, what Windows forbids, marks that cannot be seen or reverse the reading direction. */
const FORBIDDEN = /[\p{Cc}\p{Cs}<>:"|?*\\\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/gu;
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;

/** @param name any path with forward slashes. @returns the nearest name that every zip reader accepts. */
export function safeEntryName(name: string): string {
  return name
    .normalize('NFC')
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      const legal = part.replace(FORBIDDEN, '_').replace(/[. ]+$/, (end) => '_'.repeat(end.length));
      return DEVICE.test(legal) ? `_${legal}` : legal;
    })
    .join('/');
}

/** Hands out each name once. */
export class EntryNames {
  readonly #taken = new Set<string>();

  /** @returns the safe form of `name`, with ~2, ~3 … before its extension if it is taken. */
  claim(name: string): string {
    const safe = safeEntryName(name);
    for (let attempt = 1; ; attempt += 1) {
      const candidate = fitted(safe, attempt === 1 ? '' : `~${attempt}`);
      const key = candidate.toLowerCase();
      if (!this.#taken.has(key)) {
        this.#taken.add(key);
        return candidate;
      }
    }
  }
}

/** Cuts the middle out of a name that is too long: its folder tells where it is from, its end what it is. */
function fitted(name: string, mark: string): string {
  const dot = name.lastIndexOf('.');
  const hasExtension = dot > name.lastIndexOf('/') + 1 && name.length - dot <= 12;
  const stem = hasExtension ? name.slice(0, dot) : name;
  const extension = hasExtension ? name.slice(dot) : '';
  const room = MAX_LENGTH - mark.length - extension.length;
  if (stem.length <= room) return `${stem}${mark}${extension}`;
  const slash = stem.slice(0, room).lastIndexOf('/');
  const folder = stem.slice(0, Math.min(slash + 1, 120));
  const end = stem.slice(stem.length - (room - folder.length - 1));
  return safeEntryName(`${folder}~${end.replaceAll('/', '_')}${mark}${extension}`);
}
