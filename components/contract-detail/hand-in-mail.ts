import type {SuretyClient} from '../../src/api/client.js';
import {writeMailFile} from '../../src/domain/mail-file.js';
import type {SubmissionPlan} from '../../src/domain/submission-plan.js';
import {SuretyError} from '../../src/errors.js';
import {makeNoticeFile, saveFile} from '../ui/notice-file.js';

/** What is done with the notice: saved as a mail draft with it attached, or shared with another app. */
export type MailAction = 'draft' | 'share';

/** Whether it was handed on, and which characters the notice cannot show as they are. */
export interface MailResult {
  readonly isDone: boolean;
  readonly missing: readonly string[];
}

/** Whether this device can share a PDF with another app. */
export const canSharePdf = (): boolean =>
  navigator.canShare?.({files: [new File([], 'a.pdf', {type: 'application/pdf'})]}) ?? false;

/**
 * Makes the notice and hands it on with the words of the mail. Notice and file hold the key, so neither is kept.
 * @throws {SuretyError}
 */
export async function handOnNotice(
  action: MailAction,
  {client, contractNumber, plan}: {client: SuretyClient; contractNumber: string; plan: SubmissionPlan},
  signal: AbortSignal,
): Promise<MailResult> {
  const notice = await client.createNotice(contractNumber, {signal});
  const {content, missing} = await makeNoticeFile(notice, {machineReadableKey: false, signal});
  signal.throwIfAborted();
  const file = new File([content], plan.fileName, {type: content.type});
  if (action === 'share') return {isDone: await share(file, plan), missing};
  await saveDraft(file, plan);
  return {isDone: true, missing};
}

async function saveDraft(file: File, {recipients, subject, body}: SubmissionPlan): Promise<void> {
  const {address} = recipients.find(({channel}) => channel === 'email') ?? {};
  const bytes = new Uint8Array(await file.arrayBuffer());
  const attachment = {name: file.name, mediaType: file.type, bytes};
  const text = writeMailFile({...(address && {to: address}), subject, body, attachment});
  const name = file.name.replace(/\.pdf$/, '.eml');
  saveFile({name, content: new File([text], name, {type: 'message/rfc822'})});
}

/** Returns false when the person cancelled. */
async function share(file: File, {subject, body}: SubmissionPlan): Promise<boolean> {
  try {
    await navigator.share({files: [file], title: subject, text: body});
    return true;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return false;
    throw new SuretyError('unavailable', 'The notice could not be shared.', {cause: thrown});
  }
}
