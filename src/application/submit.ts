import type {SuretyClient} from '../api/client.js';
import {sendOnce} from '../api/submission.js';
import {SuretyError} from '../errors.js';
import type {Application, ApplicationContent} from '../schemas/application.js';
import {findDuplicate} from './duplicate.js';

/** Where a submission stands; `uncertain` while it is asked what became of a lost answer. */
export type SubmissionStatus = 'idle' | 'sending' | 'uncertain';

/** A payload and the idempotency key under which it counts once. */
export interface KeyedPayload {
  payload: string;
  key: string;
}

/** The state of the submission of one application. */
export interface Submission {
  readonly status: SubmissionStatus;
  readonly error?: SuretyError | undefined;
  /** The payload that was last prepared; survives failures. */
  readonly keyed?: KeyedPayload | undefined;
  /** An earlier application for the same works, found right before sending; the person decides. */
  readonly duplicate?: Application | undefined;
  /** Key that may be used without another search for duplicates. */
  readonly clearedKey?: string | undefined;
  /** The answer to the prepared payload was lost, and it is not known what became of it. */
  readonly isInDoubt?: boolean;
  /** Key of an earlier payload whose answer was lost: it is asked for before anything else is sent. */
  readonly doubtfulKey?: string | undefined;
}

/** Nothing has been sent. */
export const noSubmission: Submission = {status: 'idle'};

/** A key under which something was sent before the page was loaded again, and whether it was this content. */
export interface RecalledKey {
  key: string;
  isSame: boolean;
}

/** Returns the submission with a key for a content; the same content keeps its key, also after a reload. */
export function prepare(
  submission: Submission,
  content: ApplicationContent,
  returned: Application | undefined,
  recall: (payload: string) => RecalledKey | undefined = () => undefined,
): Submission & {keyed: KeyedPayload} {
  const payload = JSON.stringify([returned?.id, returned?.version, content]);
  const {keyed, isInDoubt, doubtfulKey} = submission;
  if (keyed?.payload === payload) return {...submission, keyed};
  const recalled = recall(payload);
  const ownKey = recalled?.isSame ? recalled.key : undefined;
  return {
    status: submission.status,
    keyed: {payload, key: ownKey ?? createKey()},
    clearedKey: ownKey,
    doubtfulKey: isInDoubt ? keyed?.key : (doubtfulKey ?? (ownKey ? undefined : recalled?.key)),
  };
}

/** Returns a new idempotency key (UUID v4); pages on plain http have no `crypto.randomUUID`. */
function createKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Loads what reads the answer, so that an application can be sent although the connection breaks meanwhile. */
export const preloadSubmission = (): Promise<unknown> =>
  import('../schemas/application.js').catch(() => undefined); // sending loads it again and says so

/** What `submitApplication` needs. */
export interface SubmissionRequest {
  client: SuretyClient;
  content: ApplicationContent;
  /** The application that is mended; it has a version of its own, so the API refuses a second correction. */
  returned: Application | undefined;
  submission: Submission & {keyed: KeyedPayload};
  /** Called before the request goes out. */
  onSend: () => void;
  /** Called when an answer was lost. */
  onUncertain: () => void;
}

/**
 * Sends an application once, after looking for duplicates. Returns the received application, or the duplicate.
 * @throws {SuretyError} What `sendOnce` throws.
 */
export async function submitApplication({
  client,
  content,
  returned,
  submission: {keyed, clearedKey, doubtfulKey},
  onSend,
  onUncertain,
}: SubmissionRequest): Promise<{application: Application} | {duplicate: Application}> {
  const {key} = keyed;
  if (!returned && clearedKey !== key) {
    const duplicate =
      (doubtfulKey && (await findReceived(client, doubtfulKey))) || (await findDuplicate(client, content));
    if (duplicate) return {duplicate};
  }
  onSend();
  const send = (options: {signal?: AbortSignal}) =>
    returned
      ? client.resubmitApplication(returned, content, key, options)
      : client.submitApplication(content, key, options);
  return {application: await sendOnce(client, key, send, {onUncertain})};
}

/**
 * Returns what arrived under a key whose answer was lost.
 * @throws {SuretyError} Where that cannot be found out: nothing else may be sent while it is in doubt.
 */
async function findReceived(client: SuretyClient, key: string): Promise<Application | undefined> {
  try {
    return await client.findSubmission(key);
  } catch (thrown) {
    const error = SuretyError.from(thrown);
    if (error.code === 'not-found') return undefined;
    throw error;
  }
}
