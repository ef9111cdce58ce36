// The zip around a packet that is encrypted with a password: one stored AES-256 entry, whose size is known at its end
// only. Runs in the engine's process.

/** What follows the encrypted bytes says how many they were. */
const FLAGS = { encrypted: 0x0001, sizeFollows: 0x0008, utf8: 0x0800 };
/** 4.5, which zip64 needs; AES needs more, but readers go by the method. */
const VERSION = 45;
export const METHOD_AES = 99;
export const EXTRA_AES = 0x9901;
const EXTRA_ZIP64 = 0x0001;
const BEYOND_32_BITS = 0xffffffff;
/** Where 32 bits could be too few; some bytes below their limit, because headers come on top. */
export const ZIP64_FROM_BYTES = 0xffff0000;

/** AE-2 of vendor AE: AES-256, and the data stored. */
const AES_FIELD = Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 0, 0]);

export interface WrappedEntry {
  readonly name: string;
  /** Shown as it is: zips know no time zone. */
  readonly modifiedAt: Date;
  /** Sizes take 64 bits. */
  readonly zip64: boolean;
}

const dosTime = (time: Date) =>
  (time.getHours() << 11) | (time.getMinutes() << 5) | (time.getSeconds() >>> 1);
const dosDate = (time: Date) =>
  ((time.getFullYear() - 1980) << 9) | ((time.getMonth() + 1) << 5) | time.getDate();

/** Version to extra length: the same in the local header and in the directory. */
function commonFields(entry: WrappedEntry, bytes: number, packedBytes: number, extraBytes: number): Buffer {
  const { name, modifiedAt, zip64 } = entry;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(FLAGS.encrypted | FLAGS.sizeFollows | FLAGS.utf8, 2);
  fields.writeUInt16LE(METHOD_AES, 4);
  fields.writeUInt16LE(dosTime(modifiedAt), 6);
  fields.writeUInt16LE(dosDate(modifiedAt), 8);
  // No CRC: AE-2 has a check of its own, and a CRC would tell something of what is inside.
  fields.writeUInt32LE(zip64 ? BEYOND_32_BITS : packedBytes, 14);
  fields.writeUInt32LE(zip64 ? BEYOND_32_BITS : bytes, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  fields.writeUInt16LE(extraBytes, 24);
  return fields;
}

function extraFields({ zip64 }: WrappedEntry, bytes: number, packedBytes: number): Buffer {
  if (!zip64) return AES_FIELD;
  const field = Buffer.alloc(20);
  field.writeUInt16LE(EXTRA_ZIP64, 0);
  field.writeUInt16LE(16, 2);
  field.writeBigUInt64LE(BigInt(bytes), 4);
  field.writeBigUInt64LE(BigInt(packedBytes), 12);
  return Buffer.concat([field, AES_FIELD]);
}

/** What comes before the salt. */
export function localHeader(entry: WrappedEntry): Buffer {
  const extra = extraFields(entry, 0, 0);
  const fields = commonFields(entry, 0, 0, extra.length);
  return Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(entry.name), extra]);
}

/**
 * What comes behind the check: sizes, directory, end.
 * @param bytes of the plain data. @param packedBytes with salt, verifier and check.
 */
export function closingHeaders(entry: WrappedEntry, bytes: number, packedBytes: number): Buffer {
  const { zip64, name } = entry;
  const sizes = Buffer.alloc(zip64 ? 24 : 16);
  sizes.write('PK\x07\x08', 0, 'latin1');
  if (zip64) {
    sizes.writeBigUInt64LE(BigInt(packedBytes), 8);
    sizes.writeBigUInt64LE(BigInt(bytes), 16);
  } else {
    sizes.writeUInt32LE(packedBytes, 8);
    sizes.writeUInt32LE(bytes, 12);
  }
  const extra = extraFields(entry, bytes, packedBytes);
  const rest = Buffer.alloc(14);
  // A regular file, readable by everyone who can decrypt it.
  rest.writeUInt32LE((0o100644 << 16) >>> 0, 6);
  const madeBy = Buffer.from([VERSION, 3]);
  const fields = commonFields(entry, bytes, packedBytes, extra.length);
  const directory = Buffer.concat([
    ...[Buffer.from('PK\x01\x02'), madeBy, fields, rest, Buffer.from(name), extra],
  ]);
  const directoryAt = localHeader(entry).length + packedBytes + sizes.length;
  return Buffer.concat([sizes, directory, ...endRecords(directory.length, directoryAt, zip64)]);
}

function endRecords(directoryBytes: number, directoryAt: number, zip64: boolean): Buffer[] {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(zip64 ? BEYOND_32_BITS : directoryAt, 16);
  if (!zip64) return [end];
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 0, 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(VERSION, 12);
  record.writeUInt16LE(VERSION, 14);
  record.writeBigUInt64LE(1n, 24);
  record.writeBigUInt64LE(1n, 32);
  record.writeBigUInt64LE(BigInt(directoryBytes), 40);
  record.writeBigUInt64LE(BigInt(directoryAt), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 0, 'latin1');
  locator.writeBigUInt64LE(BigInt(directoryAt + directoryBytes), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator, end];
}
