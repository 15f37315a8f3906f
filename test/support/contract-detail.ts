import {html} from 'lit';
import '../../components/contract-detail/define.js';
import type {SuretyContractDetail} from '../../components/contract-detail/contract-detail.js';
import {leafletKeys, type Sandbox} from '../../demo/sandbox/index.js';
import {ElementHarness} from './element-harness.js';
import {eventually} from './eventually.js';
import {mountWithSandbox, settled, type MountSandboxOptions} from './mount.js';
import {findAll, findButton, textOf} from './shadow.js';

/** The contract that tests show unless they name another one. */
export const {number: contractNumber, authKey} = leafletKeys['advance-payment'];

/** One event of 「手続きの経過」. */
export interface TimelineEntry {
  readonly name: string;
  /** When it happened, or 「これから」. */
  readonly when: string;
}

/** What a contractor reads and does in `surety-contract-detail`. */
export class ContractDetail extends ElementHarness<SuretyContractDetail> {
  get heading(): string {
    return textOf(this.root.querySelector('h2'));
  }

  /** Returns the facts by their labels. */
  facts(): Record<string, string> {
    const rows = findAll(this.element, '[part=facts] > div');
    return Object.fromEntries(
      rows.map(row => [textOf(row.querySelector('dt')), textOf(row.querySelector('dd'))]),
    );
  }

  /** Returns the state of the contract in a word. */
  get state(): string {
    return textOf(this.findPart('standing')?.querySelector('span'));
  }

  /** Returns the cells of each row of 「電子保証情報（履歴情報）」. */
  history(): string[][] {
    return findAll(this.element, '[part=history] tbody tr').map(row => [...row.children].map(textOf));
  }

  timeline(): TimelineEntry[] {
    return findAll(this.element, '[part=timeline] li').map(({children: [name, when]}) => ({
      name: textOf(name),
      when: textOf(when),
    }));
  }

  /** Returns the names of what is still to come. */
  stepsToCome(): string[] {
    return this.timeline().flatMap(({name, when}) => (when === 'これから' ? [name] : []));
  }

  /** Returns the obligee's reason of a 差戻し. */
  returnReason(): string {
    return textOf(this.findPart('returned')?.querySelector('blockquote'));
  }

  /** Returns the steps of 「提出方法」. */
  submissionSteps(): string[] {
    return findAll(this.element, '[part=submission] > ol > li').map(textOf);
  }

  /** Returns the element that shows the key; nothing while it is hidden. */
  get key(): HTMLElement | undefined {
    return this.findPart('key') ?? undefined;
  }

  /** Whether the key is anywhere in the document or in the shadow root. */
  holdsKey(): boolean {
    return `${document.documentElement.outerHTML}${this.root.innerHTML}`.includes(authKey);
  }

  async showKey(): Promise<HTMLElement> {
    this.button('認証キーを表示する').click();
    await eventually(() => this.key, 'the key was not shown');
    return this.key as HTMLElement;
  }

  /** Returns how the key is read out, character by character. */
  spelling(): string[] {
    return findAll(this.element, 'details ol[translate=no] li').map(item => textOf(item.lastElementChild));
  }

  /** Returns why a panel could not do what was asked; nothing where it could. */
  alertIn(part: 'key-panel' | 'submission' | 'hand-in'): string | undefined {
    const alert = this.findPart(part)?.querySelector('[role=alert]');
    return alert ? textOf(alert) : undefined;
  }

  openDetails(): void {
    for (const details of findAll(this.element, 'details')) details.setAttribute('open', '');
  }

  get #mail(): HTMLElement | undefined {
    return findAll(this.element, '[part=submission] details').find(each =>
      textOf(each).startsWith('提出するメールの文面'),
    );
  }

  hasMail(): boolean {
    return this.#mail !== undefined;
  }

  /** Returns the `mailto:` address of 「メールソフトで開く」. */
  mailAddress(): string {
    return this.#mail?.querySelector('a')?.href ?? '';
  }

  /** Copies one text of the mail, and waits until the panel says that it did. */
  async copyFromMail(label: string): Promise<void> {
    const mail = this.#mail;
    if (!mail) throw new Error('There is no mail to copy from.');
    findButton(mail, `コピー（${label}）`).click();
    await eventually(
      () => textOf(mail).includes(`${label} コピーしました`),
      `never said that ${label} was copied`,
    );
  }

  /** Fetches the contract anew. */
  async reload(): Promise<void> {
    this.element.reload();
    await settled(this.element);
  }
}

/** Shows a contract of the sandbox. */
export async function mountDetail(
  options: MountSandboxOptions = {},
  number = contractNumber,
): Promise<{detail: ContractDetail; sandbox: Sandbox}> {
  const {el, sandbox} = await mountWithSandbox<SuretyContractDetail>(
    html`<surety-contract-detail contract-number=${number}></surety-contract-detail>`,
    {now: () => new Date('2026-02-03T10:15:00+09:00'), ...options},
  );
  return {detail: new ContractDetail(el), sandbox};
}

/** Does something with a clipboard that takes or refuses what is written, and returns what was written. */
export async function withClipboard(isAllowed: boolean, act: () => Promise<void>): Promise<string[]> {
  const written: string[] = [];
  const original = navigator.clipboard.writeText.bind(navigator.clipboard);
  navigator.clipboard.writeText = text => {
    written.push(text);
    return isAllowed ? Promise.resolve() : Promise.reject(new DOMException('no', 'NotAllowedError'));
  };
  try {
    await act();
  } finally {
    navigator.clipboard.writeText = original;
  }
  return written;
}
