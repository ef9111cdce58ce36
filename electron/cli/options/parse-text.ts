// Names, titles, descriptions, contact data, job numbers: text with a form to keep. Runs in the command line's process.
import { CaseReference, CaseRequest, Contact, Keyword } from '#shared/schema/case-request.ts';
import { type InputCode, type Parsed, parsed, refused } from './given.ts';

/** What the schemas of a case need: checks a text and gives it back trimmed. */
interface TextSchema {
  safeParse(text: string): { success: true; data: string | undefined } | { success: false };
}

function byForm(schema: TextSchema, code: InputCode): (text: string) => Parsed<string> {
  return (text) => {
    if (text.trim() === '') return refused('empty');
    const answer = schema.safeParse(text);
    return answer.success && answer.data !== undefined ? parsed(answer.data) : refused(code);
  };
}

const { shape } = CaseRequest;
export const parseCompany = byForm(shape.company, 'too-long');
export const parseTitle = byForm(shape.title, 'too-long');
export const parseDescription = byForm(shape.description, 'too-long');
export const parseCommvaultVersion = byForm(shape.commvaultVersion, 'too-long');
export const parsePatchLevel = byForm(shape.patchLevel, 'too-long');
export const parseContactName = byForm(Contact.shape.name, 'too-long');
export const parsePhone = byForm(Contact.shape.phone, 'not-a-phone');
export const parseExtension = byForm(Contact.shape.extension, 'not-an-extension');
export const parseEmail = byForm(Contact.shape.email, 'not-an-email');
export const parseJobId = byForm(shape.jobIds.element, 'not-a-job-id');
/** --only and --skip: whether such a collector exists is the engine's to say. */
export const parseCollectorName = byForm(shape.only.element, 'empty');

/** --keyword */
export const parseKeyword = byForm(Keyword, 'not-a-keyword');
/** --follow-up: letters may be typed small. */
export function parseCaseReference(text: string): Parsed<string> {
  return byForm(CaseReference, 'not-a-reference')(text.toUpperCase());
}
/** --send-binary and --withhold: whether the packet has such a file is known later. */
export const parsePacketPath = byForm(shape.sendBinaries.element, 'empty');

const TITLE_CHARACTERS = 80;

/** The title of a case whose user gave none: the first line of its description. */
export function titleFromDescription(description: string): string {
  const [firstLine = ''] = description.trim().split(/\r?\n/);
  const characters = [...firstLine.trim()];
  return characters.length > TITLE_CHARACTERS
    ? `${characters.slice(0, TITLE_CHARACTERS - 1).join('')}…`
    : firstLine.trim();
}
