// Makes foreign text, such as file names, harmless to show. Used by the command line and the window.

// Control characters could drive a terminal; bidirectional overrides and invisible marks make a name look like another.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const DANGEROUS = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** @returns the text on one line, with dangerous characters as \uXXXX. */
export function safeText(text: string): string {
  return text.replace(DANGEROUS, escaped);
}
