// Tells a user and a password in base64, as headers and settings of registries have them. Pure. Runs in the engine's process.

/** @param word without white space. */
export function isLogin(word: string): boolean {
  return (
    /^(?=.*[A-Z])(?=.*[a-z])[A-Za-z\d+/]{8,}$/.test(word) &&
    /^[!-~]*:[!-~]*$/.test(atob(word.slice(0, word.length & ~3)))
  );
}
