// Where the compressor's tables and its text are in memory: AssemblyScript, a part of deflate.as.ts. Runs in the engine's process.

/** The compiler has its own up to here. How often each symbol of the block comes, 32 bits each: literals and lengths, then distances. */
export const COUNTS: i32 = 0x500;
/** How long each symbol's code is, 8 bits each; and the code, its length in the highest 8 of 32 bits. */
export const SIZES: i32 = 0xa00;
export const CODES: i32 = 0x1000;
/** The same of the symbols that the sizes are written in. */
export const SIZE_COUNTS: i32 = 0xc00;
export const SIZE_SIZES: i32 = 0xc80;
export const SIZE_CODES: i32 = 0xd00;
/** The sizes as they are written, 16 bits each: the symbol, and what follows it above. */
export const WRITTEN_SIZES: i32 = 0x1600;
/** Of each length of a match its symbol, and its code with the bits that follow it. */
export const LENGTH_SYMBOLS: i32 = 0x1a00;
export const LENGTH_CODES: i32 = 0x1c00;
/** Of each distance its symbol: those up to 256, then the others by their upper bits. */
export const DISTANCE_SYMBOLS: i32 = 0x2100;
/** What codes are made with. */
export const SORTED: i32 = 0x2400;
export const WEIGHTS: i32 = 0x2a00;
export const PARENTS: i32 = 0x3400;
export const OF_SIZE: i32 = 0x3e00;
export const NEXT_CODES: i32 = 0x3e80;

/** The last place of each sort of four bytes, its lower 16 bits. */
export const FOURS: i32 = 0x8000;
/** The last place of each sort of eight bytes, its lower 16 bits; and of each place how far behind it the one before is. */
export const EIGHTS: i32 = 0x10000;
export const BACK: i32 = 0x20000;
/** The block's literals and matches, 32 bits each: a byte, or a length with the distance above. */
export const TOKENS: i32 = 0x30000;
/** What came before in the same file, and the text. */
export const BEFORE: i32 = 0x40000;
export const TEXT: i32 = 0x48000;
export const TEXT_BYTES: i32 = 0x40000;
/** What becomes of it. Behind the text is room for what is read beyond it. */
export const PACKED: i32 = 0x89000;

/** Distances come behind literals and lengths where both are in one table. */
export const DISTANCES: i32 = 288;
