// What a word of the text may say about what stands beside it. Runs in the engine's process.

/** Senses of a word; the numbers are kept in bytes. */
export const Sense = {
  none: 0,
  /** A secret of any look follows. */
  password: 1,
  /** A secret that looks like one follows: these words also stand for harmless things. */
  token: 2,
  /** A header whose whole value is secret. */
  header: 3,
  licence: 4,
  host: 6,
  user: 7,
  domain: 8,
  database: 9,
  policy: 10,
  barcode: 11,
  serial: 12,
  worldWideName: 13,
  hardwareAddress: 14,
  /** The second half of a field's name in two words, such as Name in "Client Name". */
  secondWord: 15,
  bearer: 16,
  /** Users, home: the next part of the path is a person's. */
  userFolder: 17,
  /** A program or option on a command line that takes secrets. */
  command: 18,
  /** The first word of a private key. */
  keyBegins: 19,
  /** A password in a sentence of SQL. */
  identified: 20,
  /** Private-Lines of a PuTTY key. */
  puttyLines: 21,
  /** A token by its own look. */
  shaped: 22,
  /** A field whose name stands for secrets as often as for other things: the value must be like nothing else. */
  keyOrId: 23,
  /** Numbered as machines are: one where a port follows. */
  machine: 24,
  /** The same with one digit: one where a port follows, or behind "on". */
  machineOfOneDigit: 26,
  /** What may begin a map of encoded secrets. */
  dataMap: 25,
} as const;
export type Sense = (typeof Sense)[keyof typeof Sense];
