import {html} from 'lit';
import '../../components/certificate-viewer/define.js';
import type {SuretyCertificateViewer} from '../../components/certificate-viewer/certificate-viewer.js';
import type {Sandbox} from '../../demo/sandbox/index.js';
import {leafletKeys} from '../../demo/sandbox/index.js';
import {ElementHarness} from './element-harness.js';
import {mountWithSandbox, settled, type MountSandboxOptions} from './mount.js';
import {changeContract} from './office.js';
import {printed} from './printout.js';
import {findAll, textOf} from './shadow.js';

/** Number of the advance-payment guarantee of the leaflet. */
export const NUMBER = leafletKeys['advance-payment'].number;

/** surety-certificate-viewer as a contractor sees it. */
export class CertificateViewerHarness extends ElementHarness<SuretyCertificateViewer> {
  /** Returns the rows of the certificate by their labels. */
  facts(): Record<string, string> {
    return Object.fromEntries(this.#facts());
  }

  /** Returns the labels of the rows that are marked as changed. */
  changedFacts(): string[] {
    return this.#facts()
      .map(([label]) => label)
      .filter(label => label.endsWith(' 変更あり'))
      .map(label => label.replace(' 変更あり', ''));
  }

  #facts(): [label: string, value: string][] {
    return findAll(this.element, '.sheet-facts > div').map(row => [
      textOf(row.querySelector('dt')),
      textOf(row.querySelector('dd')),
    ]);
  }

  /** Returns the title of the certificate. */
  title(): string {
    return textOf(this.findPart('certificate')?.querySelector('h3'));
  }

  /** Returns the table of what a revision changed, row by row. */
  changes(): string[][] {
    return findAll(this.element, '[part~=changes] tbody tr').map(row => [...row.children].map(textOf));
  }

  /** Returns the names of the revisions that can be chosen. */
  revisions(): string[] {
    return this.#revisions().map(textOf);
  }

  /** Returns the name of the revision that is marked as shown. */
  shownRevision(): string | undefined {
    const shown = this.#revisions().find(each => each.getAttribute('aria-current') === 'true');
    return shown && textOf(shown);
  }

  #revisions() {
    return findAll(this.element, '[part~=revisions] button');
  }

  /** Chooses a revision, as a person does who moves the focus there. */
  async selectRevision(name: string): Promise<void> {
    const button = this.#revisions().find(each => textOf(each).startsWith(name));
    if (!button) throw new Error(`There is no revision 「${name}」.`);
    button.focus();
    button.click();
    await this.updated();
  }

  /** Presses 「印刷」, and returns what would be on paper. */
  print() {
    return printed(() => this.button('印刷').click());
  }
}

/** Mounts the certificates of a contract with the reference API behind them. */
export async function mountViewer(
  options: MountSandboxOptions = {},
): Promise<{viewer: CertificateViewerHarness; sandbox: Sandbox}> {
  const {el, sandbox} = await mountWithSandbox<SuretyCertificateViewer>(
    html`<surety-certificate-viewer contract-number=${NUMBER}></surety-certificate-viewer>`,
    {now: () => new Date('2026-02-03T10:15:00+09:00'), ...options},
  );
  return {viewer: new CertificateViewerHarness(el), sandbox};
}

/** Mounts the certificates of a contract that was changed once. */
export async function mountChanged(): Promise<CertificateViewerHarness> {
  const {viewer, sandbox} = await mountViewer();
  await changeContract(sandbox, NUMBER);
  viewer.element.reload();
  await settled(viewer.element);
  return viewer;
}
