// What a test of redaction is made of. Runs in vitest.

/** A text, and pieces of it that must not be left. */
export type GoingVector = readonly [text: string, ...leaks: string[]];
