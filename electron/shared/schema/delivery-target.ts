// A named place that packets can be sent to: a user's own, or one that an enterprise's policy brings. Holds no secrets.
// Used by every process.
import { z } from 'zod';

export const DeliveryTarget = z.strictObject({
  /** What --to is given; it must not look like a URL. */
  name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u),
  /** As for --to, folders by their whole path; a user name may be in it, a password not. */
  url: z.string().regex(/^(?:[a-z0-9+]+:\/\/(?![^/]*:[^/]*@)\S+|\\\\[^\\/]+\\.+|\/.*|[A-Za-z]:[\\/].*)$/),
  /** Absolute path of certificates in PEM, trusted beside the system's. */
  caFile: z.string().optional(),
  /** Absolute path of a private key. */
  identityFile: z.string().optional(),
  /** Absolute path, in the format of OpenSSH. */
  knownHostsFile: z.string().optional(),
  formField: z.string().optional(),
  /** The recipient, for smtp: and smtps:. */
  mailTo: z.string().optional(),
  /** As for --proxy: auto, none or an address, in which a user name may be and a password not. */
  proxy: z
    .string()
    .regex(/^(auto|none|https?:\/\/(?![^/]*:[^/]*@)\S+)$/)
    .optional(),
});
export type DeliveryTarget = z.infer<typeof DeliveryTarget>;

/** The user's file of targets. */
export const DeliveryTargets = z.strictObject({ targets: z.array(DeliveryTarget) });
