import type {SuretyClient} from '../api/client.js';
import {sameText} from '../input/search.js';
import type {Application, ApplicationContent} from '../schemas/application.js';
import {guaranteeKinds} from './draft.js';

/** Timeout of the duplicate check. It must never block a submission. */
const TIMEOUT_MS = 4_000;

/** Returns whether two applications ask for the same guarantee of the same works. */
function isDuplicate(one: ApplicationContent, other: ApplicationContent): boolean {
  return (
    sameText(one.works.name, other.works.name) &&
    sameText(one.obligee.name, other.obligee.name) &&
    one.works.price === other.works.price &&
    guaranteeKinds.some(kind => one.guarantees[kind] && other.guarantees[kind])
  );
}

/**
 * Returns the newest application for the same works and guarantee that was received before, from another tab, a
 * colleague, or last week. Nothing when there is none or the API does not answer in time.
 */
export async function findDuplicate(
  client: Pick<SuretyClient, 'listApplications'>,
  content: ApplicationContent,
): Promise<Application | undefined> {
  try {
    const {items} = await client.listApplications({signal: AbortSignal.timeout(TIMEOUT_MS)});
    return items.find(each => isDuplicate(each.content, content));
  } catch {
    return undefined; // the idempotency key still guards against a second delivery
  }
}
