// Loaded before a test begins, so that no test waits for their code.
import '../../components/application-form/define.js';
import '../../components/certificate-viewer/define.js';
import '../../components/contract-detail/define.js';
import '../../components/contract-list/define.js';
import '../../components/key-notice/define.js';
import '../../components/desk/define.js';
import {html} from 'lit';
import type {SuretyDesk} from '../../components/desk/desk.js';
import {
  leafletApplication,
  leafletKeys,
  type Sandbox,
  type SeedApplication,
} from '../../demo/sandbox/index.js';
import {ElementHarness} from './element-harness.js';
import {eventually} from './eventually.js';
import {mountWithSandbox, settled, type MountSandboxOptions} from './mount.js';
import {findAll, findButton, textOf} from './shadow.js';

/** The day on which the tests of the desk play. */
export const deskDay = '2026-10-01T10:00:00+09:00';

const works = leafletApplication().works;

/** One application in each state: returned, submitted, and issued with both guarantees. */
export const oneOfEach: readonly SeedApplication[] = [
  {
    content: leafletApplication({works: {...works, name: '橋梁補修工事'}}),
    state: 'returned',
    returnReason: '工事名が契約書と異なります。',
  },
  {content: leafletApplication({works: {...works, name: '配水管布設替工事'}}), state: 'submitted'},
  {content: leafletApplication(), state: 'issued', keys: leafletKeys},
];

/** What a contractor reads and does at `surety-desk`. */
export class Desk extends ElementHarness<SuretyDesk> {
  get heading(): string {
    return textOf(this.root.querySelector('h2'));
  }

  get hasFocusOnHeading(): boolean {
    return this.root.activeElement?.localName === 'h2';
  }

  /** Returns the entries of the menu, with 「入力中」 at those that have unsent text. */
  menu(): string[] {
    return findAll(this.element, '[part=navigation] li').map(textOf);
  }

  /** Returns the entries of the menu that are marked as current. */
  currentEntries(): string[] {
    return findAll(this.element, '[part=navigation] [aria-current=page]').map(textOf);
  }

  /** Returns a link of the menu, or 「戻る」, where routes are in the address. */
  link(name: string): HTMLAnchorElement {
    const links = findAll(this.element, '[part=navigation] a, [part=back] a');
    const link = links.find(each => textOf(each).startsWith(name));
    if (!link) throw new Error(`The desk has no link 「${name}」.`);
    return link as HTMLAnchorElement;
  }

  /** Returns what is to be done, as `差戻しの申込 1件`. */
  toDos(): string[] {
    return findAll(this.element, '[part=to-do]').map(toDo => {
      const [title = '', count = ''] = [...(toDo.querySelector('h3')?.children ?? [])].map(textOf);
      return `${title} ${count.replace(/\s/g, '')}`;
    });
  }

  /** Returns how many buttons each thing to do has. */
  buttonsPerToDo(): number[] {
    return findAll(this.element, '[part=to-do]').map(toDo => toDo.querySelectorAll('button').length);
  }

  /** Returns the entries of 「弊社からのお知らせ」 or 「手続状況」. */
  entries(list: 'news' | 'applications'): string[] {
    return findAll(this.element, `[part=${list}] li`).map(textOf);
  }

  /** Returns the elements that draw views, hidden ones included. */
  elements(): HTMLElement[] {
    return findAll(this.element, '[exportparts]');
  }

  /** Returns the element that draws the view that is shown; nothing where the desk draws it itself. */
  get shown(): HTMLElement | undefined {
    return this.elements().find(each => each.checkVisibility());
  }

  /** Waits until an element of that tag is shown and has drawn. */
  async showing<T extends HTMLElement>(tag: string): Promise<T> {
    await eventually(() => this.shown?.localName === tag, `the desk never showed ${tag}`);
    await settled(this.element);
    return this.shown as T;
  }

  /** Presses a button inside the element that is shown. */
  pressInView(name: string): void {
    if (!this.shown) throw new Error('The desk shows no element.');
    findButton(this.shown, name).click();
  }
}

/** Shows a desk over the sandbox, with one application in each state. */
export async function mountDesk(
  options: MountSandboxOptions = {},
  template = html`<surety-desk></surety-desk>`,
): Promise<{desk: Desk; sandbox: Sandbox}> {
  const {el, sandbox} = await mountWithSandbox<SuretyDesk>(template, {
    now: () => new Date(deskDay),
    seed: {applications: oneOfEach},
    ...options,
  });
  return {desk: new Desk(el), sandbox};
}
