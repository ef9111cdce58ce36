// The contract of all calls from the window: what goes in, what comes out. Both sides are compiled against it and
// main parses what arrives. The window holds ids for files and folders, never paths it could make up.
import { z } from 'zod';
import { AboutInfo, UpdateAnswer } from '../schema/about.ts';
import { CaptureSource } from '../schema/capture-source.ts';
import { CaseDraft, DraftInfo } from '../schema/case-draft.ts';
import { CasePlan } from '../schema/case-plan.ts';
import { CaseRequest, Keyword, UserFile } from '../schema/case-request.ts';
import { DraftPage } from '../schema/draft-page.ts';
import { DraftSummary } from '../schema/draft-summary.ts';
import { EffectivePolicy } from '../schema/effective-policy.ts';
import { Encryption } from '../schema/encryption.ts';
import { Platform } from '../schema/facts.ts';
import { LogSurvey, TroubleLines } from '../schema/log-survey.ts';
import type { Progress } from '../schema/progress.ts';
import { Receipt } from '../schema/receipt.ts';
import { ResponseClock } from '../schema/response-clock.ts';
import { PacketState } from '../schema/saved-packet.ts';
import { ListedPacket, UnfinishedDelivery } from '../schema/sending.ts';
import { Language, Settings } from '../schema/settings.ts';
import { SupportPlan } from '../schema/severity.ts';
import { SupportRequest } from '../schema/support-request.ts';
import type { Channel, WindowCommand } from './channels.ts';
import { MAX_PICTURE_BYTES } from './screenshot-transfer.ts';
import { sendingContract } from './sending-contract.ts';

const FileId = z.uuid();

/** What the user can be asked to pick; a file picked as one kind cannot be used as another. */
export const PickKind = z.enum([
  'screenshots',
  'attachments',
  'log-folder',
  'output-folder',
  'delivery-folder',
  'key-file',
  'certificate-file',
]);
export type PickKind = z.infer<typeof PickKind>;

/** A file or folder that the user picked; `label` is for showing only: a file's name, a folder's path. */
export const PickedFile = z.object({ id: FileId, label: z.string(), sizeBytes: z.number() });
export type PickedFile = z.infer<typeof PickedFile>;

/** A drawn picture; the only bytes that cross this contract. */
const PictureBytes = z.custom<Uint8Array>(
  (value) => Object.prototype.toString.call(value) === '[object Uint8Array]',
);

/** The window's case request: picked files by id. */
export const WindowCaseRequest = CaseRequest.extend({
  screenshots: z.array(z.object({ id: FileId, caption: UserFile.shape.caption })),
  attachments: z.array(FileId),
  logDirs: z.array(FileId),
});
export type WindowCaseRequest = z.infer<typeof WindowCaseRequest>;

/** For `case:plan`, which also works while the form is half filled. */
export const WindowPlanRequest = WindowCaseRequest.pick({
  problemArea: true,
  occurredAt: true,
  commvaultVersion: true,
  patchLevel: true,
  window: true,
  jobIds: true,
  screenshots: true,
  attachments: true,
  logDirs: true,
  only: true,
  skip: true,
  maxSizeBytes: true,
});
export type WindowPlanRequest = z.infer<typeof WindowPlanRequest>;

/** As typed: it may be empty. */
const Captioned = z.object({ caption: z.string().max(1000).optional() });

/** The user's lists of files with a draft: ids on the way in, files on the way back. */
const DraftFileIds = z.object({
  screenshots: z.array(Captioned.extend({ id: FileId })),
  attachments: z.array(FileId),
  logDirs: z.array(FileId),
});
const DraftFiles = z.object({
  screenshots: z.array(PickedFile.extend(Captioned.shape)),
  attachments: z.array(PickedFile),
  logDirs: z.array(PickedFile),
});

/** What the window needs for its first picture; the engine is not waited for. */
export const StartInfo = z.object({
  version: z.string(),
  /** From the settings, else the system's. */
  language: Language,
  settings: Settings,
  /** The folder that packets go to unless another is picked; for showing only. */
  outputFolder: z.string(),
  /** Unfinished cases of earlier, the newest first. */
  drafts: z.array(DraftInfo),
  /** Deliveries that an earlier run left unfinished, the last begun first. */
  unfinished: z.array(UnfinishedDelivery),
});
export type StartInfo = z.infer<typeof StartInfo>;

/** What the engine says of the machine before any case. */
export const MachineInfo = z.object({
  platform: Platform,
  /** Those for this platform, in the order they run. */
  collectors: z.array(z.object({ id: z.string(), needsAdmin: z.enum(['never', 'for-some']) })),
  /** Whether the program runs with administrator rights. */
  elevated: z.boolean(),
  /** What holds on this machine. */
  policy: EffectivePolicy,
});
export type MachineInfo = z.infer<typeof MachineInfo>;

/** What a draft is of: the packet, or another request. */
const MailKind = z.enum(['case', 'request']);

/** Drafts that were written; names and folder are for showing only. */
export const MailDrafts = z.object({
  folder: z.string(),
  /** In the order they are to be sent. */
  drafts: z.array(z.object({ name: z.string(), bytes: z.number(), attachment: z.string().optional() })),
  to: z.array(z.string()),
});
export type MailDrafts = z.infer<typeof MailDrafts>;

export const contract = {
  'app:start': { args: z.tuple([]), value: StartInfo },
  'app:machine': { args: z.tuple([]), value: MachineInfo },
  'settings:save': { args: z.tuple([Settings]), value: z.null() },
  /** By when a case opened now may expect its answer. */
  'support:clock': { args: z.tuple([SupportPlan]), value: ResponseClock },
  /** An empty list: the user closed the dialog. */
  'files:pick': {
    args: z.tuple([PickKind]),
    value: z.array(PickedFile),
  },
  /** What a picture can be taken of now. */
  'screenshot:sources': { args: z.tuple([]), value: z.array(CaptureSource) },
  /** Takes a picture of one of the sources that were offered last. */
  'screenshot:capture': { args: z.tuple([z.object({ source: z.string().max(200) })]), value: PickedFile },
  /**
   * A picture as the window drew it, boxes burnt in; takes the place of the file it was made from, which itself is not
   * changed. Shown by screenshotAddress(id), as every picked picture.
   */
  'screenshot:save': {
    args: z.tuple([
      z.object({
        /** The picture it was made from, for its name; absent for one that was pasted or captured. */
        of: FileId.optional(),
        png: PictureBytes.refine(({ byteLength }) => byteLength <= MAX_PICTURE_BYTES),
      }),
    ]),
    value: PickedFile,
  },
  /** Keeps what was typed so far on this machine. */
  'drafts:keep': { args: z.tuple([CaseDraft.extend({ files: DraftFileIds })]), value: z.null() },
  'drafts:list': { args: z.tuple([]), value: z.array(DraftInfo) },
  /** Null where the draft is gone; files that are gone are left out. */
  'drafts:open': {
    args: z.tuple([z.uuid()]),
    value: CaseDraft.extend({ files: DraftFiles }).nullable(),
  },
  'drafts:remove': { args: z.tuple([z.uuid()]), value: z.null() },
  'case:plan': { args: z.tuple([WindowPlanRequest]), value: CasePlan },
  /** Trouble over time in the logs that the request would take, whatever its time range. */
  'logs:survey': { args: z.tuple([WindowPlanRequest]), value: LogSurvey },
  /** The lines that tell of trouble between two moments. */
  'logs:trouble': {
    args: z.tuple([z.object({ request: WindowPlanRequest, from: z.iso.datetime(), to: z.iso.datetime() })]),
    value: TroubleLines,
  },
  /** Answers missing-item problems instead of a draft unless the user accepted an incomplete packet. */
  'case:prepare': {
    args: z.tuple([
      z.object({
        request: WindowCaseRequest,
        allowIncomplete: z.boolean(),
        gentle: z.boolean(),
        /** As in case:deliver; the draft is kept there where the temporary folder is too small. */
        outputFolder: FileId.optional(),
      }),
    ]),
    value: z.object({ draftId: z.uuid(), summary: DraftSummary }),
  },
  'case:deliver': {
    args: z.tuple([
      z.object({
        draftId: z.uuid(),
        /** Paths of the draft's files that stay here. */
        withhold: z.array(z.string()),
        /** Absent where the packet leaves plain; a password is forgotten with the answer. */
        encryption: Encryption.optional(),
        /** Without one the default folder is used: the user's documents. */
        outputFolder: FileId.optional(),
      }),
    ]),
    value: Receipt,
  },
  /** Ends whatever plan, prepare or deliver is running; that call then answers `cancelled`. */
  'case:cancel': { args: z.tuple([]), value: z.null() },
  /** A page of a file's text as it will leave, with what was replaced in it; pages count from 0. */
  'draft:view': {
    args: z.tuple([z.object({ draftId: z.uuid(), path: z.string(), page: z.number().int().nonnegative() })]),
    value: DraftPage,
  },
  /** Replaces more words in the whole draft; answers the draft's new list, where paths may have changed. */
  'draft:keywords': {
    args: z.tuple([z.object({ draftId: z.uuid(), keywords: z.array(Keyword).min(1) })]),
    value: DraftSummary,
  },
  /** Lets a file go that was held back as `binary` or `archive`; answers the draft's new list. */
  'draft:release': {
    args: z.tuple([z.object({ draftId: z.uuid(), path: z.string() })]),
    value: DraftSummary,
  },
  'draft:discard': { args: z.tuple([z.uuid()]), value: z.null() },
  /** Shows the last saved packet in the system's file manager. */
  'packet:show': { args: z.tuple([]), value: z.null() },
  /** Packets saved on this machine, the newest first; each is named by its SHA-256 below. */
  'packets:list': { args: z.tuple([]), value: z.array(ListedPacket) },
  'packets:check': { args: z.tuple([z.string()]), value: PacketState },
  'packets:show': { args: z.tuple([z.string()]), value: z.null() },
  /** Work goes on; the system tells when it ends. */
  'window:minimize': { args: z.tuple([]), value: z.null() },
  'about:info': { args: z.tuple([]), value: AboutInfo },
  /** Asks for a newer version, which nothing else does. */
  'about:update': { args: z.tuple([]), value: UpdateAnswer },
  'about:licences': { args: z.tuple([]), value: z.null() },
  /** The tool's own log as attachments of the case. */
  'about:attach-log': { args: z.tuple([]), value: z.array(PickedFile) },
  /** The path of the copy, for showing only; null when the dialog was closed or there is no log yet. */
  'about:save-log': { args: z.tuple([]), value: z.string().nullable() },
  /** Cuts a saved packet into e-mail drafts, beside it. `case:cancel` ends it. */
  'email:save': {
    args: z.tuple([
      z.object({
        sha256: z.string(),
        to: z.array(z.email()).max(20),
        maxMessageBytes: z.number().int().positive(),
      }),
    ]),
    value: MailDrafts,
  },
  /** Opens one of the last drafts of a kind, by its place in their list. False: no program here opens drafts. */
  'email:open': { args: z.tuple([MailKind, z.number().int().nonnegative()]), value: z.boolean() },
  /** Shows the last drafts in the system's file manager. */
  'email:show': { args: z.tuple([MailKind]), value: z.null() },
  /** Writes one of the guide's other requests as a draft; `to` replaces the policy's address. */
  'request:save': {
    args: z.tuple([z.object({ request: SupportRequest, to: z.array(z.email()).max(20).optional() })]),
    value: MailDrafts,
  },
  ...sendingContract,
} as const satisfies Record<Channel, { args: z.ZodType; value: z.ZodType }>;

export type Args<C extends Channel> = z.infer<(typeof contract)[C]['args']>;
export type Value<C extends Channel> = z.infer<(typeof contract)[C]['value']>;

/** Work whose progress the window shows; a packet can be sent while the next case is collected. */
export type ReportedWork = 'prepare' | 'deliver' | 'email' | 'send';

/** What the preload puts on the window; its answers are typed by the contract in the renderer's client. */
export interface Bridge {
  invoke(channel: Channel, ...args: readonly unknown[]): Promise<unknown>;
  /** @returns a function that ends the subscription */
  onProgress(listener: (progress: Progress, work: ReportedWork) => void): () => void;
  /** @returns a function that ends the subscription */
  onCommand(listener: (command: WindowCommand) => void): () => void;
}
