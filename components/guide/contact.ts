import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {Branch, Surety} from '../../src/schemas/surety.js';
import {prefectureStem} from '../ui/obligee-rule.js';

/** Returns the branches to contact: the one with the code, else the one named after the prefecture, else all. */
export function branchesFor({branches}: Surety, prefecture: string, code: string): readonly Branch[] {
  const stem = prefectureStem(prefecture);
  const branch =
    branches.find(each => each.code === code) ??
    (stem ? branches.find(({name}) => name.startsWith(stem)) : undefined);
  return branch ? [branch] : branches;
}

const branchCard = ({name, phone, hours, email}: Branch): TemplateResult =>
  html`<li>
    <p class="branch">${name}</p>
    <dl>
      <div>
        <dt>${msg('電話番号')}</dt>
        <dd>
          <a class="phone" href=${`tel:${phone.replace(/[^\d+]/g, '')}`} translate="no">${phone}</a>
          <span>(${hours})</span>
        </dd>
      </div>
      ${
        email
          ? html`<div>
              <dt>${msg('メールアドレス')}</dt>
              <dd><a href=${`mailto:${email}`} translate="no">${email}</a></dd>
            </div>`
          : nothing
      }
    </dl>
  </li>`;

/** 「お問い合わせ先」: branch, phone and hours, mail. */
export const contact = (surety: Surety, branches: readonly Branch[]): TemplateResult =>
  html`<p class="surety" translate="no">${surety.name}</p>
    <ul class="branches" role="list">
      ${branches.map(branchCard)}
    </ul>`;
