// The HTTPS URL inside those of other ways over HTTPS, such as tus+https:. Runs in the engine's process.

/** Without a user name; the Authorization header carries it. */
export function httpsUrl(url: URL): URL {
  const https = new URL(url.href.replace(/^[a-z0-9]+\+/, ''));
  https.username = '';
  return https;
}
