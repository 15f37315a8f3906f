import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {gregorianText} from '../../src/i18n/format.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import type {Surety} from '../../src/schemas/surety.js';
import {startDay, startState} from '../ui/obligee-rule.js';
import {conditions} from './conditions.js';
import {branchesFor, contact} from './contact.js';
import {mechanism} from './mechanism.js';
import {afterIssue, applying, flow, handIn} from './procedure.js';

/** What the announcement is made of. */
export interface LeafletData {
  obligee: Obligee;
  surety: Surety;
  /** The day on which it is read, `YYYY-MM-DD` in Japan. */
  today: string;
  /** The branch to contact; empty for the one of the obligee's prefecture. */
  branchCode: string;
}

/** Returns the heading for a day; it says whether electronic guarantees have begun only where the obligee names a day. */
function heading({name, rule}: Obligee, today: string): string {
  const headings = {
    started: () => msg(str`「${name}」で電子保証が始まりました！`),
    upcoming: () => msg(str`「${name}」で電子保証が始まります`),
    unknown: () => msg(str`「${name}」の電子保証のご案内`),
  };
  return headings[startState(rule, today)]();
}

function opening({obligee, today}: LeafletData): TemplateResult {
  const day = startDay(obligee.rule, gregorianText);
  return html`<header part="header">
    <h2>${heading(obligee, today)}</h2>
    ${
      day || obligee.rule.paper_allowed
        ? html`<p class="facts-line">
            ${day ? html`<span class="start">${msg(str`${day}スタート`)}</span>` : nothing}
            ${
              obligee.rule.paper_allowed
                ? html`<span class="paper">${msg('紙の保証証書も従来どおり選択可能')}</span>`
                : nothing
            }
          </p>`
        : nothing
    }
  </header>`;
}

const section = (title: string, content: unknown, name: string): TemplateResult =>
  html`<section class=${name} part="section">
    <h3>${title}</h3>
    ${content}
  </section>`;

/** The announcement as a page and as a sheet of paper. */
export function leaflet(data: LeafletData): TemplateResult {
  const {obligee, surety, branchCode} = data;
  const {name, rule, prefecture} = obligee;
  return html`<article class="leaflet" part="leaflet">
    ${opening(data)} ${section(msg('1. ご利用条件'), conditions(rule, surety.name), 'conditions')}
    ${section(msg('2. 電子保証の仕組み'), mechanism(surety.registerName), 'how')}
    ${section(msg('3. お手続きの流れ'), flow(), 'flow')}
    ${section(msg('4. お申し込み手続き'), applying(rule), 'applying')}
    ${section(msg('5. 発行後のお手続き'), afterIssue(), 'after')}
    ${section(msg(str`6. 「${name}」へのご提出`), handIn(rule), 'hand-in')}
    ${section(msg('お問い合わせ先'), contact(surety, branchesFor(surety, prefecture, branchCode)), 'contact')}
  </article>`;
}
