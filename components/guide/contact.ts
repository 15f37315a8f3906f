import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {Branch, Surety} from '../../src/schemas/surety.js';
import {prefectureStem} from '../ui/obligee-rule.js';

/** The branches to ask: the one that is named, else the one that bears the prefecture's name, else all of them. */
export function branchesFor({branches}: Surety, prefecture: string, code: string): readonly Branch[] {
  const named = branches.find(branch => branch.code === code);
  const stem = prefectureStem(prefecture);
  const near = stem ? branches.find(branch => branch.name.startsWith(stem)) : undefined;
  const only = named ?? near;
  return only ? [only] : branches;
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
