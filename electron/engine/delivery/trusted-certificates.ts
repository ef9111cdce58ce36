// Which certificate authorities are trusted: those of the runtime, of the system where the runtime can ask it, and the
// user's own. Checking can not be turned off. Runs in the engine's process.
import tls from 'node:tls';

/** Newer runtimes read the system's store, where enterprises put their own authorities. */
type AsksSystem = { getCACertificates?: (store: 'default' | 'system') => string[] };

/** @param own PEM, added to the others */
export function trustedCertificates(own: string | undefined): string[] {
  const { getCACertificates } = tls as AsksSystem;
  const known =
    getCACertificates === undefined
      ? tls.rootCertificates
      : [...getCACertificates('default'), ...getCACertificates('system')];
  return own === undefined ? [...known] : [...known, own];
}
