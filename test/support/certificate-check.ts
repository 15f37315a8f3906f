import {html} from '@open-wc/testing';
// The code of the list is here before a test begins, so that no test waits for the runner to fetch it.
import '../../components/certificate-check/batch-view.js';
import '../../components/certificate-check/define.js';
import type {SuretyCertificateCheck} from '../../components/certificate-check/certificate-check.js';
import type {Expected} from '../../components/certificate-check/expected.js';
import type {Sandbox} from '../../demo/sandbox/index.js';
import {leafletKeys} from '../../demo/sandbox/samples.js';
import '../../src/reading/archive.js';
import '../../src/reading/pdf.js';
import '../../src/reading/read-notice-file.js';
import {catchDownloads} from './downloads.js';
import {dropFiles} from './drop.js';
import {ElementHarness} from './element-harness.js';
import {pasteEvent} from './engine.js';
import {eventually} from './eventually.js';
import {mountWithSandbox, settled, type MountSandboxOptions} from './mount.js';
import {printed} from './printout.js';
import {find, findAll, textOf} from './shadow.js';

/** Number and key of the advance-payment guarantee of the leaflet. */
export const ADVANCE = leafletKeys['advance-payment'];
/** Number and key of the performance guarantee of the leaflet. */
export const PERFORMANCE = leafletKeys.performance;
/** A key that could be right, and is that of no contract. */
export const WRONG_KEY = 'Wrong2Key234';

export const NUMBER = '保証契約番号';
export const KEY = '認証キー';

/** Returns a notice as a text file, without its key where none is given. */
export const noticeFile = (name: string, {number, authKey}: {number: string; authKey?: string}): File =>
  new File([`保証契約番号：${number}\r\n${authKey ? `認証キー：${authKey}` : ''}\r\n`], name, {
    type: 'text/plain',
  });

/** A notice of the list: the name of its state, and all that its row says. */
export interface ReadRow {
  state: string;
  text: string;
}

/** surety-certificate-check as an obligee sees it. */
export class CertificateCheckHarness extends ElementHarness<SuretyCertificateCheck> {
  readonly sandbox: Sandbox;

  constructor(element: SuretyCertificateCheck, sandbox: Sandbox) {
    super(element);
    this.sandbox = sandbox;
  }

  /** Types number and key, checks them, and waits for the outcome. */
  async enter(number: string, authKey: string): Promise<void> {
    this.fill(number, authKey);
    await this.submit();
  }

  /** Types number and key. */
  fill(number: string, authKey: string): void {
    this.type(NUMBER, number);
    this.type(KEY, authKey);
  }

  /** Leaves a field that was typed into. */
  async leave(label: string): Promise<void> {
    this.control(label).dispatchEvent(new Event('change', {bubbles: true}));
    await settled(this.element);
  }

  /** Presses the button that checks, and waits for the outcome. */
  async submit(): Promise<void> {
    this.startSubmit();
    await this.settled();
  }

  startSubmit(): void {
    find(this.element, 'button[type=submit]').click();
  }

  /** Waits until nothing is checked any more. */
  async settled(): Promise<void> {
    await settled(this.element);
    await eventually(
      () => this.root.querySelector('form')?.getAttribute('aria-busy') !== 'true',
      'the check has ended',
    );
    await settled(this.element);
  }

  /** Pastes a text into a field, and returns the event. */
  paste(label: string, text: string): ClipboardEvent {
    const event = pasteEvent(text);
    this.control(label).dispatchEvent(event);
    return event;
  }

  /** Presses a key in a field without any effect of the browser's own, and returns the event. */
  keydown(label: string, init: KeyboardEventInit): KeyboardEvent {
    const event = new KeyboardEvent('keydown', {bubbles: true, cancelable: true, ...init});
    this.control(label).dispatchEvent(event);
    return event;
  }

  /** Returns the messages of the summary above the fields. */
  errors(): string[] {
    return this.#summaryLinks().map(textOf);
  }

  /** Follows a link of the summary. */
  followError(index: number): void {
    this.#summaryLinks()[index]?.click();
  }

  #summaryLinks() {
    return findAll(this.element, '[part~=error-summary] a');
  }

  /** Returns the answer to a number and key that do not fit; nothing where there is none. */
  mismatch(): string | undefined {
    return this.part('mismatch');
  }

  /** Returns the countdown after too many checks; nothing where there is none. */
  countdown(): string | undefined {
    const timer = this.root.querySelector('[role=timer]');
    return timer ? textOf(timer) : undefined;
  }

  /** Returns the name of the state of the open certificate; nothing while none is open. */
  state(): string | undefined {
    const badge = this.findPart('state')?.querySelector('.badge');
    return badge ? textOf(badge) : undefined;
  }

  certificate(): string | undefined {
    return this.part('certificate');
  }

  /** Returns the fields that were compared, with whether they are the same. */
  comparison(): [field: string, outcome: string][] {
    const rows = [...(this.findPart('comparison')?.querySelectorAll('tbody tr') ?? [])];
    return rows.map(row => [textOf(row.querySelector('th')), textOf(row.querySelector('td:last-child'))]);
  }

  /** Returns the name of the revision that is marked as shown. */
  shownRevision(): string {
    return textOf(this.root.querySelector('[part~=select][aria-current]'));
  }

  async selectRevision(name: string): Promise<void> {
    const button = findAll(this.element, '[part~=select]').find(each => textOf(each).includes(name));
    if (!button) throw new Error(`There is no revision 「${name}」.`);
    button.click();
    await settled(this.element);
  }

  /** Presses 「印刷」, and returns what would be on paper. */
  print() {
    return printed(() => this.button('印刷').click());
  }

  /** Presses a button of the answer, and waits until the answer is taken. */
  async answer(name: string): Promise<void> {
    this.button(name).click();
    await this.answerTaken();
  }

  /** Waits until the obligee's answer is taken, or refused. */
  async answerTaken(): Promise<void> {
    await this.updated();
    await eventually(
      () => this.findPart('answer')?.getAttribute('aria-busy') === 'false',
      'the answer is taken',
    );
    await settled(this.element);
  }

  /** Drops files, and waits until they are read and checked. */
  async dropFiles(files: readonly File[]): Promise<void> {
    this.startDrop(files);
    await this.batchEnds();
  }

  /** Drops files without waiting for anything. */
  startDrop(files: readonly File[]): void {
    dropFiles(this.element, files);
  }

  /** Waits until everything that was dropped is read and checked. */
  async batchEnds(): Promise<void> {
    await eventually(() => this.rows().length > 0, 'the list is there');
    await eventually(() => !this.progress(), 'everything is checked');
    await settled(this.element);
  }

  /** Returns the notices that were put in together. */
  rows(): ReadRow[] {
    return this.#rows().map(row => ({state: textOf(row.querySelector('.badge')), text: textOf(row)}));
  }

  states(): string[] {
    return this.rows().map(({state}) => state);
  }

  rowText(index: number): string {
    return this.rows()[index]?.text ?? '';
  }

  /** Returns what is said while files are read and checked; nothing when that has ended. */
  progress(): string | undefined {
    return this.part('progress');
  }

  /** Types the key of a notice of which only the number was read, and has it checked. */
  async enterKey(contractNumber: string, authKey: string): Promise<void> {
    const label = keyLabel(contractNumber);
    this.type(label, authKey);
    this.control(label).form?.requestSubmit();
    await settled(this.element);
  }

  /** Opens the certificate of a notice of the list. */
  async open(contractNumber: string): Promise<void> {
    const button = findAll(this.element, 'button').find(each =>
      textOf(each).includes(openLabel(contractNumber)),
    );
    if (!button) throw new Error(`The certificate of ${contractNumber} cannot be opened.`);
    button.click();
    await settled(this.element);
  }

  /** Presses 「CSVで保存」, and returns what is saved. */
  async saveCsv(): Promise<string> {
    const downloads = catchDownloads();
    try {
      this.button('CSVで保存').click();
    } finally {
      downloads.restore();
    }
    const [saved] = downloads.caught;
    if (!saved) throw new Error('Nothing was saved.');
    return (await fetch(saved.url)).text();
  }

  #rows() {
    return findAll(this.element, '[part~=batch] tbody tr');
  }
}

/** Returns the label of the field for the key of a notice. */
export const keyLabel = (contractNumber: string): string => `「${contractNumber}」の認証キー`;

/** Returns the name of the button that opens the certificate of a notice. */
export const openLabel = (contractNumber: string): string => `証書を開く（${contractNumber}）`;

/** Mounts the check with the reference API behind it, signed in as an obligee. */
export async function mountCheck(
  options: MountSandboxOptions = {},
  expected?: Expected,
): Promise<CertificateCheckHarness> {
  const {el, sandbox} = await mountWithSandbox<SuretyCertificateCheck>(
    html`<surety-certificate-check .expected=${expected}></surety-certificate-check>`,
    {role: 'obligee', ...options},
  );
  return new CertificateCheckHarness(el, sandbox);
}

/** Mounts the check and opens the certificate of the advance-payment guarantee. */
export async function openCertificate(
  options: MountSandboxOptions = {},
  expected?: Expected,
): Promise<CertificateCheckHarness> {
  const check = await mountCheck(options, expected);
  await check.enter(ADVANCE.number, ADVANCE.authKey);
  return check;
}

/** Whether a request asks the register to check a number and key. */
export const isCheck = ({url}: Request): boolean => url.endsWith('/register/checks');

/** The API's refusal after too many checks. */
export const rateLimited = (retryAfter: number): Response =>
  new Response(JSON.stringify({type: 'urn:surety:rate-limited', status: 429, retryAfter}), {
    status: 429,
    headers: {'Content-Type': 'application/problem+json', 'Retry-After': String(retryAfter)},
  });

/** Holds something back until the test lets it go on. */
export function hold(): {released: Promise<void>; release: () => void} {
  let release = () => {};
  const released = new Promise<void>(done => (release = done));
  return {released, release};
}

/** Stops the clock; it moves on by hand, however long the machine takes. */
export function stopClock() {
  const {now} = Date;
  let shown = now();
  Date.now = () => shown;
  return {advance: (milliseconds: number) => void (shown += milliseconds), goOn: () => void (Date.now = now)};
}
