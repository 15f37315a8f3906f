import {VERSION} from '../../src/version.js';

/** What one copy of the kit asks all others on the page: whose are the tags with this prefix? */
interface TagQuestion {
  readonly prefix: string;
  owner: string | undefined;
}

const question = 'surety-tags-claimed';

/**
 * Takes the tags of a prefix for this copy unless another has them, and says whose they are: a version. Copies know each other
 * by an event only; a variable of the window could be anybody's.
 */
export function takeTags(prefix: string): string {
  if (typeof document === 'undefined') return VERSION; // on a server there is one copy
  const asked: TagQuestion = {prefix, owner: undefined};
  document.dispatchEvent(new CustomEvent<TagQuestion>(question, {detail: asked}));
  if (asked.owner) return asked.owner;
  document.addEventListener(question, event => {
    const {detail} = event as CustomEvent<TagQuestion>;
    if (detail.prefix === prefix) detail.owner ??= VERSION;
  });
  return VERSION;
}
