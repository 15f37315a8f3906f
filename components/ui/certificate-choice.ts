import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {EligibilityText} from '../../src/i18n/eligibility-text.js';
import {dayText} from '../../src/i18n/format.js';
import {certificateFormName, guaranteeName} from '../../src/i18n/terms.js';
import type {CertificateForm, GuaranteeKind} from '../../src/schemas/kinds.js';
import {japaneseLang, publishedNote} from './published.js';
import {radioField, type FieldForm, type FieldOptions} from './fields.js';

/** The two forms of a certificate, in the order of the screen. */
export const certificateForms: readonly CertificateForm[] = ['paper', 'electronic'];

/** What is known about the obligee that a verdict is about. */
export interface Judged {
  kind: GuaranteeKind;
  /** As the person wrote or picked it; empty while there is none. */
  obligeeName: string;
  /** Missing while no obligee of the directory is chosen, or its rule is not there. */
  eligibility: EligibilityText | undefined;
  /** Whether it is one of the directory. */
  isListed?: boolean;
  /** Path of the field that answers an `ask` about a fact; links lead there. */
  fieldOf?: (fact: string) => string | undefined;
}

/** The verdict in one sentence, as it is also said to screen readers. */
export function verdictTitle({kind, obligeeName, eligibility, isListed}: Judged): string {
  const name = guaranteeName(kind);
  if (!obligeeName) return msg('発注者名を入力すると、電子保証を利用できるか表示します。');
  if (!eligibility && isListed) {
    return msg(str`要確認：「${obligeeName}」の電子保証の条件を、まだ読み込めていません。`);
  }
  if (!eligibility) {
    return msg(str`要確認：「${obligeeName}」は一覧にないため、電子保証に対応しているか分かりません。`);
  }
  const {verdict} = eligibility;
  if (verdict === 'accepted')
    return msg(str`「${obligeeName}」のこの契約の${name}は、電子保証を利用できます。`);
  if (verdict === 'not-accepted')
    return msg(str`「${obligeeName}」のこの契約の${name}は、電子保証を利用できません。`);
  return msg(str`要確認：「${obligeeName}」のこの契約の${name}で電子保証を利用できるか、まだ分かりません。`);
}

const tones = {accepted: 'success', 'not-accepted': 'error', unknown: 'warning'} as const;

/** Whether the obligee takes it, why, in whose words, and what to ask whom where that is open. Never in the way. */
export function verdict(judged: Judged): TemplateResult {
  const {obligeeName, eligibility, fieldOf} = judged;
  const asks = eligibility?.ask.map(({fact, label, text, whom}) => {
    const path = fieldOf?.(fact);
    if (path) return html`<li><a href=${`#${path}`} data-go=${path}>${msg(str`${label}を入力する`)}</a></li>`;
    return html`<li>${text}${whom === 'obligee' ? nothing : msg('発注者の公告などをご確認ください。')}</li>`;
  });
  return html`<div
    class="notice verdict"
    part="verdict"
    data-kind=${eligibility ? tones[eligibility.verdict] : 'info'}
  >
    <p class="title">${verdictTitle(judged)}</p>
    ${
      obligeeName && !eligibility
        ? html`<p>${msg('電子保証を希望する場合は、提出できるかを発注者に確認してください。')}</p>`
        : nothing
    }
    ${
      eligibility
        ? html`<ul>
              ${eligibility.reasons.map(({text}) => html`<li>${text}</li>`)}
            </ul>
            ${
              asks?.length
                ? html`<p class="ask">${msg('確認すること')}</p>
                    <ul>
                      ${asks}
                    </ul>`
                : nothing
            }
            ${ruleQuote(eligibility.source)}`
        : nothing
    }
  </div>`;
}

/** The obligee's own words, where they stand and of when they are. */
export function ruleQuote({ruleText, url, asOf}: EligibilityText['source']): TemplateResult {
  const address = url && URL.canParse(url) ? new URL(url) : undefined;
  return html`${publishedNote()}
    <blockquote class="quote" translate="no" lang=${japaneseLang()}>「${ruleText}」</blockquote>
    <p class="hint source">
      ${msg('出典')}：${
        address?.protocol === 'https:'
          ? html`<a href=${address.href} target="_blank" rel="noreferrer noopener"
              >${msg('発注者のページ（新しいタブで開きます）')}</a
            >`
          : msg('発注者の案内')
      }・${asOf ? msg(str`${dayText(asOf)}の情報`) : msg('情報の日付は不明')}
    </p>`;
}

/** What surrounds the choice of the form. */
export interface CertificateChoiceOptions extends Pick<FieldOptions, 'path' | 'isRequired' | 'help'> {
  /** Drawn below when electronic is chosen. */
  judged: Judged;
  /** Where 「こちら」 leads: the obligees that take electronic guarantees. */
  directory?: unknown;
  /** Drawn below that line, e.g. the directory itself. */
  panel?: unknown;
  isDisabled?: boolean;
}

/** 「保証証書の形式について」 with its notes and, for electronic, the obligee's verdict. */
export function certificateChoice(form: FieldForm, options: CertificateChoiceOptions): TemplateResult {
  const {judged, directory, panel, ...rest} = options;
  const isElectronic = form.text(options.path) === 'electronic';
  return radioField(form, {
    ...rest,
    label: msg('保証証書の形式について'),
    choices: certificateForms.map(value => ({value, label: certificateFormName(value)})),
    note: msg('※電子保証を希望される場合は、発注者が電子保証に対応していることを確認してください。'),
    after: html`<div class="certificate-notes">
      ${directory ? html`<p class="hint">${directory}</p>` : nothing} ${panel ?? nothing}
      ${isElectronic ? verdict(judged) : nothing}
    </div>`,
  });
}
