// Where in a JSON text each value stands, so that messages about it can name line and column: JSON.parse tells neither.
// Also finds what JSON.parse lets pass: a name given twice. Runs in the engine's process.

/** By path, such as ["redaction","keywords",2] as JSON text: the offset of the value; of a name with "name" before it. */
export type JsonPlaces = ReadonlyMap<string, number>;

export type JsonScan =
  | { readonly ok: true; readonly places: JsonPlaces }
  | {
      readonly ok: false;
      readonly code: 'not-json' | 'duplicate-name' | 'too-deep';
      readonly offset: number;
      readonly detail: string;
    };

type Path = readonly PropertyKey[];

const DEPTH_LIMIT = 50;
const STRING = /"(?:[^"\\\p{Cc}]|\u007f|[\u0080-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const OTHER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y;
const BLANK = /[ \t\r\n]*/y;

/** The key of a value in the places. */
export const valueKey = (path: Path) => JSON.stringify(path);
/** The key of a property's name in the places. */
export const nameKey = (path: Path) => `name${JSON.stringify(path)}`;

class Halt extends Error {
  readonly answer: Extract<JsonScan, { ok: false }>;
  constructor(code: Halt['answer']['code'], offset: number, detail: string) {
    super(code);
    this.answer = { ok: false, code, offset, detail };
  }
}

/** @param text without byte order mark */
export function scanJson(text: string): JsonScan {
  const places = new Map<string, number>();
  let at = 0;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const halt = (): never => {
    throw new Halt('not-json', at, text.slice(at, at + 1));
  };
  const takeSign = (sign: string): boolean => {
    take(BLANK);
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };

  function value(path: Path): void {
    take(BLANK);
    if (path.length > DEPTH_LIMIT) throw new Halt('too-deep', at, '');
    places.set(valueKey(path), at);
    if (takeSign('{')) object(path);
    else if (takeSign('[')) array(path);
    else if (take(STRING) === undefined && !take(OTHER)) halt();
  }

  function object(path: Path): void {
    if (takeSign('}')) return;
    do {
      take(BLANK);
      const start = at;
      const name: string = JSON.parse(take(STRING) ?? halt());
      const key = nameKey([...path, name]);
      if (places.has(key)) throw new Halt('duplicate-name', start, name);
      places.set(key, start);
      if (!takeSign(':')) halt();
      value([...path, name]);
    } while (takeSign(','));
    if (!takeSign('}')) halt();
  }

  function array(path: Path): void {
    if (takeSign(']')) return;
    let index = 0;
    do {
      value([...path, index]);
      index += 1;
    } while (takeSign(','));
    if (!takeSign(']')) halt();
  }

  try {
    value([]);
    take(BLANK);
    if (at < text.length) halt();
    return { ok: true, places };
  } catch (error) {
    if (error instanceof Halt) return error.answer;
    throw error;
  }
}
