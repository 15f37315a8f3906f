import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {gregorianText, yenText, inBrackets, labelled} from '../../src/i18n/format.js';
import {contractStateName, guaranteeName, revisionName} from '../../src/i18n/terms.js';
import type {ContractState} from '../../src/schemas/contract.js';
import type {CertificateForm} from '../../src/schemas/kinds.js';
import type {RegisterEntry} from '../../src/schemas/register-entry.js';

/** What can be done with an entry. */
export interface EntryActions {
  open: (entry: RegisterEntry) => void;
  edit: (entry: RegisterEntry) => void;
  remove: (entry: RegisterEntry) => void;
}

const kinds: Record<ContractState, string> = {
  'in-force': 'good',
  expired: 'warning',
  cancelled: 'bad',
  released: '',
};

/** Returns 電子 or 紙. */
export const formText = (form: CertificateForm): string => (form === 'paper' ? msg('紙') : msg('電子'));

/** Returns the obligee's answer; empty for paper, which is answered by taking it. */
export function answerText({form, awaitsAnswer, answer, revision}: RegisterEntry): string {
  if (form === 'paper') return '';
  if (awaitsAnswer) return msg('未回答');
  if (answer?.revision !== revision) return '';
  return answer.outcome === 'accepted' ? msg('受領済み') : msg('差戻し済み');
}

/** Draws entries as a table, which CSS shows as cards where it is narrow; without actions on paper. */
export function renderEntries(entries: readonly RegisterEntry[], actions?: EntryActions): TemplateResult {
  return html`<table class="entries" part="table" role="table">
    <caption class="visually-hidden">
      ${msg('保証証書の台帳')}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${[
          msg('保証契約番号'),
          msg('受注者名・工事名'),
          msg('保証金額'),
          msg('保証期限'),
          msg('状態'),
          ...(actions ? [msg('操作')] : []),
        ].map(head => html`<th scope="col" role="columnheader">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${entries.map(entry => renderEntry(entry, actions))}
    </tbody>
  </table>`;
}

function renderEntry(entry: RegisterEntry, actions: EntryActions | undefined): TemplateResult {
  const {contractNumber, kind, form, contractorName, worksName, note, validUntil, releasedOn} = entry;
  return html`<tr role="row" data-id=${entry.id} data-form=${form}>
    <th scope="row" role="rowheader">
      <span class="code" translate="no">${contractNumber}</span>
      <span class="sub">${guaranteeName(kind)}・${formText(form)}</span>
    </th>
    <td role="cell" data-label=${msg('受注者名・工事名')}>
      <span translate="no">${contractorName}</span>
      <span class="sub" translate="no">${worksName}</span>
      ${note ? html`<span class="sub note" translate="no">${labelled(msg('メモ'))}${note}</span>` : nothing}
    </td>
    <td role="cell" class="amount" data-label=${msg('保証金額')}>${yenText(entry.guaranteeAmount)}</td>
    <td role="cell" data-label=${msg('保証期限')}>
      ${validUntil ? html`<time class="day" datetime=${validUntil}>${gregorianText(validUntil)}</time>` : msg('記載なし')}
      ${
        releasedOn
          ? html`<span class="sub"
              >${labelled(msg('返還日'))}<time class="day" datetime=${releasedOn}
                >${gregorianText(releasedOn)}</time
              ></span
            >`
          : nothing
      }
    </td>
    <td role="cell" data-label=${msg('状態')}>${renderBadges(entry)}</td>
    ${actions ? html`<td role="cell" class="acts no-print">${renderActions(entry, actions)}</td>` : nothing}
  </tr>`;
}

function renderBadges(entry: RegisterEntry): TemplateResult {
  const {state, revision, seenRevision, awaitsAnswer} = entry;
  const answer = answerText(entry);
  return html`<span class="badges">
    <span class="badge" data-kind=${kinds[state]}>${contractStateName(state)}</span>
    ${answer ? html`<span class="badge" data-kind=${awaitsAnswer ? 'warning' : nothing}>${answer}</span>` : nothing}
    ${
      revision > seenRevision
        ? html`<span class="badge" data-kind="warning"
            >${revisionName(revision)}${inBrackets(msg('未確認'))}</span
          >`
        : nothing
    }
  </span>`;
}

function renderActions(entry: RegisterEntry, actions: EntryActions): TemplateResult {
  const of = html`<span class="visually-hidden">${inBrackets(entry.contractNumber)}</span>`;
  return html`${
      entry.form === 'paper'
        ? html`<button part="button" type="button" @click=${() => actions.edit(entry)}>
            <span>${msg('修正')}${of}</span>
          </button>`
        : html`<button part="button" type="button" @click=${() => actions.open(entry)}>
            <span>${msg('証書を見る')}${of}</span>
          </button>`
    }
    <button part="button" type="button" class="plain" @click=${() => actions.remove(entry)}>
      <span>${msg('台帳から外す')}${of}</span>
    </button>`;
}
