import {html, nothing, type PropertyValues} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {formatDateTime, formatYen} from '../../src/domain/format.js';
import {
  applicationStateName,
  contractStateName,
  guaranteeShortName,
  revisionName,
} from '../../src/i18n/terms.js';
import type {Application} from '../../src/schemas/application.js';
import type {Contract} from '../../src/schemas/contract.js';
import {guaranteeKinds} from '../../src/schemas/kinds.js';
import './office-application.js';
import './office-contract.js';
import {OfficeElement} from './office-element.js';

type Route =
  | {view: 'applications' | 'contracts'}
  | {view: 'application'; id: string}
  | {view: 'contract'; number: string};

/** Where the address points to; it holds ids and numbers, never a key. */
function readRoute(hash: string): Route {
  const [view, id = ''] = hash.slice(1).split('/').map(decodeURIComponent);
  if (view === 'application' && id) return {view, id};
  if (view === 'contract' && id) return {view, number: id};
  return {view: view === 'contracts' ? 'contracts' : 'applications'};
}

/** The surety's office: what came in, and what was issued. */
@customElement('office-desk')
export class OfficeDesk extends OfficeElement {
  @state() private route: Route = readRoute(location.hash);
  @state() private applications: Application[] | undefined;
  @state() private contracts: Contract[] | undefined;

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#handleHash);
    void this.#load();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#handleHash);
  }

  protected override render() {
    const {route} = this;
    if (route.view === 'application') {
      return html`<office-application
        application-id=${route.id}
        .client=${this.client}
      ></office-application>`;
    }
    if (route.view === 'contract') {
      return html`<office-contract contract-number=${route.number} .client=${this.client}></office-contract>`;
    }
    return html`<header class="title">
        <h1 tabindex="-1">${route.view === 'applications' ? '申込の一覧' : '保証契約の一覧'}</h1>
        <button type="button" @click=${() => void this.#load()}>最新にする</button>
      </header>
      ${this.renderFailure(() => void this.#load())}
      ${route.view === 'applications' ? this.#renderApplications() : this.#renderContracts()}`;
  }

  protected override updated(changed: PropertyValues) {
    if (!changed.has('route')) return;
    const isContract = this.route.view.startsWith('contract');
    for (const link of document.querySelectorAll<HTMLElement>('[data-view]')) {
      const isHere = link.dataset['view'] === (isContract ? 'contracts' : 'applications');
      if (isHere) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }

  #renderApplications() {
    if (!this.applications) return this.failure ? nothing : html`<p role="status">読み込んでいます</p>`;
    if (this.applications.length === 0) return html`<p class="empty">まだ申込はありません。</p>`;
    return html`<table class="list">
      <thead>
        <tr>
          <th scope="col">受付番号</th>
          <th scope="col">受付日時</th>
          <th scope="col">請負契約者</th>
          <th scope="col">発注者名・工事名</th>
          <th scope="col">保証</th>
          <th scope="col">手続状況</th>
        </tr>
      </thead>
      <tbody>
        ${this.applications.map(application => this.#renderApplicationRow(application))}
      </tbody>
    </table>`;
  }

  #renderApplicationRow({id, receiptNumber, submittedAt, content, state: applicationState}: Application) {
    const kinds = guaranteeKinds.filter(kind => content.guarantees[kind]);
    return html`<tr>
      <th scope="row"><a class="code" href=${`#application/${id}`} translate="no">${receiptNumber}</a></th>
      <td data-label="受付日時">${formatDateTime(submittedAt)}</td>
      <td data-label="請負契約者" translate="no">${content.contractorName}</td>
      <td data-label="発注者名・工事名" translate="no">${content.obligee.name}<br />${content.works.name}</td>
      <td data-label="保証">${kinds.map(guaranteeShortName).join('・')}</td>
      <td data-label="手続状況">
        <span class="badge" data-kind=${applicationState}>${applicationStateName(applicationState)}</span>
      </td>
    </tr>`;
  }

  #renderContracts() {
    if (!this.contracts) return this.failure ? nothing : html`<p role="status">読み込んでいます</p>`;
    if (this.contracts.length === 0) return html`<p class="empty">まだ保証契約はありません。</p>`;
    return html`<table class="list">
      <thead>
        <tr>
          <th scope="col">保証契約番号</th>
          <th scope="col">保証種類</th>
          <th scope="col">請負契約者</th>
          <th scope="col">発注者名・工事名</th>
          <th scope="col">保証金額</th>
          <th scope="col">内容</th>
          <th scope="col">状態</th>
        </tr>
      </thead>
      <tbody>
        ${this.contracts.map(
          contract =>
            html`<tr>
              <th scope="row">
                <a class="code" href=${`#contract/${contract.number}`} translate="no">${contract.number}</a>
              </th>
              <td data-label="保証種類">${guaranteeShortName(contract.kind)}</td>
              <td data-label="請負契約者" translate="no">${contract.contractorName}</td>
              <td data-label="発注者名・工事名" translate="no">
                ${contract.obligeeName}<br />${contract.worksName}
              </td>
              <td data-label="保証金額" class="number">${formatYen(contract.guaranteeAmount)}</td>
              <td data-label="内容">${revisionName(contract.revision)}</td>
              <td data-label="状態">
                <span class="badge" data-kind=${contract.state}>${contractStateName(contract.state)}</span>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #handleHash = () => {
    if (location.hash !== '#main') void this.#follow(); // the link past the menu leads to no other view
  };

  async #follow() {
    this.route = readRoute(location.hash);
    await this.updateComplete;
    if ('id' in this.route || 'number' in this.route) return;
    this.querySelector<HTMLElement>('h1')?.focus();
    await this.#load();
  }

  #load() {
    return this.attempt(async () => {
      const [applications, contracts] = await Promise.all([
        this.client.listApplications(),
        this.client.listContracts(),
      ]);
      this.applications = applications.items;
      this.contracts = contracts.items;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-desk': OfficeDesk;
  }
}
