import { describe, expect, it } from 'vitest';
import { isAgreedLicence, thirdPartyNotices } from '../../build/package/notices.mjs';

describe('isAgreedLicence', () => {
  it.each(['MIT', 'Apache-2.0', '(MIT OR CC0-1.0)', '(GPL-3.0 OR MIT)', 'MIT AND ISC'])(
    'agrees to %s',
    (said) => {
      expect(isAgreedLicence(said)).toBe(true);
    },
  );
  it.each(['GPL-3.0', 'LGPL-3.0+', 'MIT AND GPL-3.0', 'SEE LICENSE IN x', 'UNLICENSED', ''])(
    'does not agree to "%s"',
    (said) => {
      expect(isAgreedLicence(said)).toBe(false);
    },
  );
});

it('the notices name what ships and nothing that is for development only', async () => {
  const notices = await thirdPartyNotices();
  expect(notices).toMatch(/^react 19\./m);
  expect(notices).toMatch(/^zod 4\./m);
  expect(notices).not.toMatch(/^vitest /m);
});
