// How large an attachment becomes in a message: base64 in lines of 76 characters. Runs in the engine's process.

const RAW_PER_LINE = 57;
const ENCODED_PER_LINE = 78;

/** @returns bytes in the message, line ends included; at most one line more than it really takes. */
export function encodedBytes(rawBytes: number): number {
  return Math.ceil(rawBytes / RAW_PER_LINE) * ENCODED_PER_LINE;
}

/** @returns the largest attachment that stays within so many bytes of the message. */
export function largestAttachment(messageBytes: number): number {
  return Math.max(0, Math.floor(messageBytes / ENCODED_PER_LINE) * RAW_PER_LINE);
}
