// The English catalogue; the compiler holds it to the Chinese one's shape.
import type { zh } from '../zh/index.ts';
import { about } from './about.ts';
import { cases } from './cases.ts';
import { cli } from './cli.ts';
import { cliHelp } from './cli-help.ts';
import { completeness } from './completeness.ts';
import { delivery } from './delivery.ts';
import { email } from './email.ts';
import { handover } from './handover.ts';
import { leaving } from './leaving.ts';
import { locked } from './locked.ts';
import { logs } from './logs.ts';
import { menu } from './menu.ts';
import { policy } from './policy.ts';
import { problems } from './problems.ts';
import { protect } from './protect.ts';
import { redacting } from './redacting.ts';
import { redaction } from './redaction.ts';
import { requests } from './requests.ts';
import { screenshots } from './screenshots.ts';
import { sending } from './sending.ts';
import { severity } from './severity.ts';
import { sheet } from './sheet.ts';
import { terms } from './terms.ts';
import { upload } from './upload.ts';
import { windowTexts } from './window.ts';
import { work } from './work.ts';

export const en: typeof zh = {
  policy,
  about,
  terms,
  problems,
  protect,
  redacting,
  screenshots,
  sheet,
  cli,
  cliHelp,
  email,
  redaction,
  delivery,
  handover,
  requests,
  severity,
  cases,
  completeness,
  leaving,
  locked,
  logs,
  work,
  menu,
  sending,
  upload,
  window: windowTexts,
};
