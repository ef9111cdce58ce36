// What statements of SQL tell: which of their words are accounts. Runs in the engine's process.
import { of, type ToldPattern } from './told-pattern.ts';

const NAME = '["\'`[]?(?<user>[A-Za-z_][\\w$#-]*(?:\\.[\\w$#-]+)*)["\'`\\]]?';
/** What a statement goes on with behind an account. */
const BEHIND =
  '(?=\\s*[;@]|\\s*$| (?:with|identified|password|account|for|from|set|rename|valid|login|no\\w+|create\\w+|superuser|enable|disable|default|temporary|quota|profile|in|add|drop)\\b)';

/** By the small word that sets them off. */
export const TOLD_BY_STATEMENTS: Readonly<Record<string, readonly ToldPattern[]>> = {
  ...of('create alter drop', [
    {
      follows: [' user ', ' role ', ' login '],
      text: new RegExp(`^\\w+ (?:user|role|login) (?:if (?:not )?exists )?${NAME}${BEHIND}`, 'di'),
    },
  ]),
  grant: [
    {
      follows: [' '],
      text: new RegExp(`^grant [^;]{1,160}? to ${NAME}(?=\\s*[;@]|\\s*$| with (?:grant|admin) )`, 'di'),
    },
  ],
  revoke: [
    {
      follows: [' '],
      text: new RegExp(`^revoke [^;]{1,160}? from ${NAME}(?=\\s*[;@]|\\s*$| cascade)`, 'di'),
    },
  ],
};
