import {html} from 'lit';
import '../../components/key-notice/define.js';
import type {SuretyKeyNotice} from '../../components/key-notice/key-notice.js';
import type {Sandbox} from '../../demo/sandbox/index.js';
import {leafletKeys} from '../../demo/sandbox/index.js';
import type {KeyNotice} from '../../src/schemas/key-notice.js';
import {catchDownloads} from './downloads.js';
import {ElementHarness} from './element-harness.js';
import {eventually} from './eventually.js';
import {mount, mountWithSandbox, type MountSandboxOptions} from './mount.js';
import {printed} from './printout.js';
import {find, findAll, textOf} from './shadow.js';

/** Number and key of the advance-payment guarantee of the leaflet. */
export const {number: NUMBER, authKey: AUTH_KEY} = leafletKeys['advance-payment'];

const now = () => new Date('2026-02-03T10:15:00+09:00');

/** A file that the browser was given to save. */
export interface SavedFile {
  name: string;
  bytes: Uint8Array;
}

/** surety-key-notice as a contractor sees it. */
export class KeyNoticeHarness extends ElementHarness<SuretyKeyNotice> {
  /** Returns the letter, white space folded; nothing where it is not drawn. */
  letter(): string | undefined {
    return this.part('letter');
  }

  /** Waits until the letter is drawn. */
  letterShown(): Promise<void> {
    return eventually(() => this.letter(), 'the letter is drawn');
  }

  /** Returns the characters that a copy of the key holds. */
  copyKey(): string {
    const selection = getSelection();
    selection?.selectAllChildren(find(this.element, '[part~=key]'));
    return selection?.toString() ?? '';
  }

  /** Returns the ways to hand the notice in, with what stands between them. */
  ways(): string[] {
    return findAll(this.element, '.letter-ways p').map(textOf);
  }

  /** Returns what the QR code of the letter holds in words, and the squares of its side; nothing before the PDF is made. */
  code(): {label: string; side: number} | undefined {
    const code = this.root.querySelector('.letter-code svg');
    if (!code) return undefined;
    const [, , width = '0'] = code.getAttribute('viewBox')?.split(' ') ?? [];
    return {label: code.getAttribute('aria-label') ?? '', side: Number(width) - 2};
  }

  /** Returns what is said about the PDF: that it is being made, or its name and size. */
  fileState(): string {
    return textOf(this.root.querySelector('.file-state'));
  }

  /** Waits until the PDF is made. */
  fileMade(): Promise<void> {
    return eventually(() => this.fileState().includes('.pdf'), 'the PDF is made');
  }

  /** Returns the warning about characters that the PDF cannot show; nothing where there is none. */
  warning(): string | undefined {
    return this.#notice('warning');
  }

  /** Returns what is said after a notice was saved. */
  success(): string | undefined {
    return this.#notice('success');
  }

  #notice(kind: string) {
    const notice = this.root.querySelector(`.notice[data-kind=${kind}]`);
    return notice ? textOf(notice) : undefined;
  }

  /** Returns the contracts whose notices could not be made. */
  failures(): string[] {
    return findAll(this.element, '.failures li').map(textOf);
  }

  /** Whether a progress bar is shown. */
  isMaking(): boolean {
    return this.root.querySelector('progress') !== null;
  }

  /** Presses a button that saves, and returns what the browser was given. */
  async save(button: string): Promise<SavedFile> {
    const {caught, restore} = catchDownloads();
    try {
      this.button(button).click();
      await eventually(() => caught.length > 0, 'a file is saved');
    } finally {
      restore();
    }
    const [file] = caught;
    const response = await fetch(file?.url ?? '');
    await this.updated();
    return {name: file?.name ?? '', bytes: new Uint8Array(await response.arrayBuffer())};
  }

  /** Presses 「印刷」, and returns what would be on paper. */
  print() {
    return printed(() => this.button('印刷').click());
  }

  /** Returns the values of all attributes of the element and of what it draws. */
  attributes(): string[] {
    return [this.element, ...findAll(this.element, '*')].flatMap(each =>
      [...each.attributes].map(({value}) => value),
    );
  }
}

/** Mounts the notice of a contract with the reference API behind it. */
export async function mountNotice(
  options: MountSandboxOptions = {},
): Promise<{notice: KeyNoticeHarness; sandbox: Sandbox}> {
  const {el, sandbox} = await mountWithSandbox<SuretyKeyNotice>(
    html`<surety-key-notice contract-number=${NUMBER}></surety-key-notice>`,
    {now, ...options},
  );
  return {notice: new KeyNoticeHarness(el), sandbox};
}

/** Mounts a notice that the page holds. */
export const mountHeldNotice = async (notice: KeyNotice): Promise<KeyNoticeHarness> =>
  new KeyNoticeHarness(
    await mount<SuretyKeyNotice>(html`<surety-key-notice .notice=${notice}></surety-key-notice>`),
  );

/** Mounts the notices of several contracts. */
export async function mountNotices(
  contractNumbers: readonly string[],
  options: MountSandboxOptions = {},
): Promise<KeyNoticeHarness> {
  const {el} = await mountWithSandbox<SuretyKeyNotice>(
    html`<surety-key-notice .contractNumbers=${contractNumbers}></surety-key-notice>`,
    {now, ...options},
  );
  return new KeyNoticeHarness(el);
}
