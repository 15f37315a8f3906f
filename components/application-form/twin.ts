import type {SuretyClient} from '../../src/api/client.js';
import {sameText} from '../../src/input/search.js';
import type {Application, ApplicationContent} from '../../src/schemas/application.js';
import {guaranteeKinds} from './kinds.js';

/** Longer than that nobody is kept from sending by a question that only guards against a slip. */
const PATIENCE_MS = 4_000;

/** Whether two applications ask for the same guarantee of the same works. */
function isTwin(one: ApplicationContent, other: ApplicationContent): boolean {
  return (
    sameText(one.works.name, other.works.name) &&
    sameText(one.obligee.name, other.obligee.name) &&
    one.works.price === other.works.price &&
    guaranteeKinds.some(kind => one.guarantees[kind] && other.guarantees[kind])
  );
}

/**
 * The newest application for the same works and guarantee that was received before: from another tab, from a colleague,
 * or last week. Nothing when there is none or when the API does not say in time; then the key alone guards.
 */
export async function findTwin(
  client: Pick<SuretyClient, 'listApplications'>,
  content: ApplicationContent,
): Promise<Application | undefined> {
  try {
    const {items} = await client.listApplications({signal: AbortSignal.timeout(PATIENCE_MS)});
    return items.find(each => isTwin(each.content, content));
  } catch {
    return undefined;
  }
}
