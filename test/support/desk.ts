// Their code is here before a test begins; how long it takes to fetch is nothing that a test of behaviour waits for.
import '../../components/application-form/define.js';
import '../../components/certificate-viewer/define.js';
import '../../components/contract-detail/define.js';
import '../../components/contract-list/define.js';
import '../../components/key-notice/define.js';
import {leafletApplication, leafletKeys, type SeedApplication} from '../../demo/sandbox/index.js';
import {eventually} from './eventually.js';
import {settled} from './mount.js';
import {findAll, textOf} from './shadow.js';

/** The day on which the desk of a test stands. */
export const deskDay = '2026-10-01T10:00:00+09:00';

const works = leafletApplication().works;

/** One application in each state: sent back, with the surety, and issued with both guarantees. */
export const oneOfEach: readonly SeedApplication[] = [
  {
    content: leafletApplication({works: {...works, name: '橋梁補修工事'}}),
    state: 'returned',
    returnReason: '工事名が契約書と異なります。',
  },
  {content: leafletApplication({works: {...works, name: '配水管布設替工事'}}), state: 'submitted'},
  {content: leafletApplication(), state: 'issued', keys: leafletKeys},
];

/** What a view of the desk says, parts and all that they draw. */
export const wordsOf = (el: Element): string =>
  [textOf(el), ...findAll(el, '.view:not([hidden]) > *').map(part => textOf(part))].join(' ');

/** The element of the view that is shown. */
export function shownPart<T extends HTMLElement = HTMLElement>(el: Element): T {
  const [found] = findAll(el, '.view:not([hidden]) > *');
  if (!found) throw new Error('The desk shows no element.');
  return found as T;
}

/** Waits until the view that is shown holds an element of that tag, drawn to its end. */
export async function showing<T extends HTMLElement>(el: HTMLElement, tag: string): Promise<T> {
  await eventually(
    () => findAll(el, '.view:not([hidden]) > *')[0]?.localName === tag,
    `the desk never showed ${tag}`,
  );
  await settled(el);
  return shownPart<T>(el);
}

/** Id of what has the focus in the desk's own shadow root. */
export const focusIn = (el: Element): string => el.shadowRoot?.activeElement?.id ?? '';
