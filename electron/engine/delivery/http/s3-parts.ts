// The form in which a support portal hands out an upload in parts to an S3-compatible store: one presigned URL for each part
// and one that puts them together. docs/delivery.md explains it to those who make them. Runs in the engine's process.
import { z } from 'zod';

const PresignedUrl = z.url({ protocol: /^https$/ });

export const S3Parts = z.strictObject({
  formatVersion: z.literal(1),
  kind: z.literal('s3-multipart'),
  /** Of every part but the last; S3 itself takes no fewer than 5 MiB. */
  partBytes: z
    .number()
    .int()
    .min(1)
    .max(5 * 1024 ** 3),
  /** PUT, in the order of the parts; there may be more than the packet needs. */
  parts: z.array(PresignedUrl).min(1).max(10_000),
  /** POST, with the list of parts. */
  completeUrl: PresignedUrl,
});
export type S3Parts = z.infer<typeof S3Parts>;

/** @returns the upload, or where its text is wrong. No value is repeated: the URLs are secrets. */
export function readS3Parts(text: string): S3Parts | { readonly wrongAt: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { wrongAt: 'JSON' };
  }
  const parsed = S3Parts.safeParse(json);
  if (parsed.success) {
    const stray = parsed.data.parts.findIndex((url) => placeOf(url) !== placeOf(parsed.data.completeUrl));
    return stray < 0 ? parsed.data : { wrongAt: `parts.${stray}` };
  }
  const [issue] = parsed.error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  return { wrongAt: [...(issue?.path ?? []), ...keys.slice(0, 1)].join('.') || 'JSON' };
}

/** All parts belong to one file: none goes anywhere else than where the whole is said to go. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}
