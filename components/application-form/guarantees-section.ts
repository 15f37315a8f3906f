import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import {ratio, type Ratio} from '../../src/domain/ratio.js';
import {applicationStateName, guaranteeName} from '../../src/i18n/terms.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import {certificateChoice} from '../ui/certificate-choice.js';
import {checkbox, selectField} from '../ui/choice-fields.js';
import {errorLine, radioField} from '../ui/fields.js';
import {guaranteePath, isWanted} from './draft.js';
import {amountEcho} from './amount-echo.js';
import {amountWarning} from './echo.js';
import {fieldAt} from './field-table.js';
import {judgedOf} from './judged.js';
import {guaranteeKinds, hasDepositBank} from './kinds.js';
import type {ApplicationModel} from './model.js';
import {optionsOf} from './view.js';
import {pickerOptions, yesNo, type WholeView} from './whole-view.js';
import {nameField, yenField} from './works-section.js';

/** 一括納付 and 分割納付. */
export const premiumPaymentChoices = () => [
  {value: 'lump-sum', label: msg('一括納付')},
  {value: 'installments', label: msg('分割納付')},
];

/** The share of the guarantee's amount; nothing until both numbers exist. */
function shareOf(model: ApplicationModel, kind: GuaranteeKind): Ratio | undefined {
  const currentYear =
    kind === 'performance' ? undefined : model.amount(guaranteePath(kind, 'currentYearAmount'));
  return ratio(
    model.amount(guaranteePath(kind, 'guaranteeAmount')),
    currentYear ?? model.amount('works/price'),
  );
}

/** The share of the guarantee's amount, with the words of the screen. */
export function ratioText({model}: Pick<WholeView, 'model'>, kind: GuaranteeKind): string {
  const share = shareOf(model, kind)?.text ?? '－';
  const name = guaranteeName(kind);
  return kind === 'performance'
    ? msg(str`${share} (請負金額に対する${name}金額の割合)`)
    : msg(str`${share} (請負金額もしくは今年度対象額に対する${name}金額の割合)`);
}

function amountField(view: WholeView, kind: GuaranteeKind) {
  const path = guaranteePath(kind, 'guaranteeAmount');
  const words = amountEcho(view.model, path);
  return yenField(view, path, {
    label: msg(str`${guaranteeName(kind)}金額`),
    echo: html`${words ? html`<span class="words">${words}</span> ` : nothing}<span class="ratio"
        >${ratioText(view, kind)}</span
      >`,
    warning: amountWarning(view.model, path, overWarning(view, kind)),
  });
}

/** More than this year's part is unusual; more than the price is refused. */
function overWarning({model}: WholeView, kind: GuaranteeKind): string | undefined {
  const currentYear = model.amount(guaranteePath(kind, 'currentYearAmount'));
  const amount = model.amount(guaranteePath(kind, 'guaranteeAmount'));
  return kind !== 'performance' && currentYear && amount && amount > currentYear
    ? msg('今年度対象額を超えています。金額を確かめてください。')
    : undefined;
}

function depositBankFields(view: WholeView, kind: GuaranteeKind) {
  const {model, comboboxes} = view;
  const at = (member: string) => guaranteePath(kind, `depositBank/${member}`);
  const [bank, branch] = [model.text(at('bank')).trim(), model.text(at('branch')).trim()];
  const hintId = `${at('bank')}-group-hint`;
  return html`<fieldset class="field" aria-describedby=${hintId}>
    <legend>${msg('預託金融機関(全角)')}</legend>
    <p class="hint" id=${hintId}>
      ${msg('一覧にない場合は、そのまま入力してください。全角に直して送ります。')}
    </p>
    <div class="pair">
      ${comboboxes.render(model, pickerOptions(view, at('bank'), {label: msg('金融機関')}))}
      ${comboboxes.render(model, pickerOptions(view, at('branch'), {label: msg('支店')}))}
    </div>
    ${bank && branch ? html`<p class="echo" translate="no">${bank}　${branch}</p>` : nothing}
  </fieldset>`;
}

function premiumFields(view: WholeView, kind: GuaranteeKind) {
  const {model} = view;
  const name = guaranteeName(kind);
  const at = (member: string) => guaranteePath(kind, member);
  return html`${selectField(model, {
      ...optionsOf(view, at('premiumPayment'), {label: msg(str`${name}料支払方法`)}),
      choices: premiumPaymentChoices(),
    })}
    <fieldset class="field">
      <legend>${msg(str`${name}料請求先`)}</legend>
      <div class="pair">
        ${nameField(view, at('premiumBilledTo/name'), {label: msg('請求先の名称')})}
        ${nameField(view, at('premiumBilledTo/destination'), {label: msg('請求書の送付先')})}
      </div>
    </fieldset>
    ${radioField(model, {
      ...optionsOf(view, at('premiumStatement'), {label: msg('保証料計算書(紙)について')}),
      choices: yesNo(msg('希望する'), msg('希望しない')),
      note: msg('※保証料計算書は弊社手続き完了後、保証料計算書一覧メニューからご確認いただけます。'),
    })}`;
}

/** What the surety has done so far. */
function progress({application}: WholeView, kind: GuaranteeKind) {
  const number = application?.contracts.find(contract => contract.kind === kind)?.number;
  return html`<dl class="progress">
    <div>
      <dt>${msg('手続状況')}</dt>
      <dd>${application ? applicationStateName(application.state) : msg('申込前')}</dd>
    </div>
    <div>
      <dt>${msg('保証契約番号')}</dt>
      <dd class=${number ? 'code' : ''} translate="no">${number ?? '－'}</dd>
    </div>
  </dl>`;
}

function guaranteeFields(view: WholeView, kind: GuaranteeKind) {
  const {model} = view;
  const at = (member: string) => guaranteePath(kind, member);
  return html`${certificateChoice(model, {
    ...optionsOf(view, at('certificateForm'), {}),
    judged: {
      ...judgedOf(model, kind),
      fieldOf: fact => {
        const path = fact === 'worksKind' ? 'works/kind' : `works/${fact.replace('.', '/')}`;
        return fieldAt(path)?.isShown(model.facts) ? path : undefined;
      },
    },
    directory: view.directory.renderLink(at('certificateForm')),
    panel: view.directory.renderPanel(at('certificateForm')),
  })}
  ${
    hasDepositBank(kind)
      ? yenField(view, at('currentYearAmount'), {
          label: msg('今年度対象額'),
          hint: msg('(出来高予定額または支払限度額)'),
        })
      : nothing
  }
  ${amountField(view, kind)} ${hasDepositBank(kind) ? depositBankFields(view, kind) : nothing}
  ${
    kind === 'advance-payment'
      ? radioField(model, {
          ...optionsOf(view, at('redeposit'), {label: msg('再預託利用区分')}),
          choices: yesNo(msg('再預託を利用する'), msg('再預託を利用しない')).reverse(),
        })
      : nothing
  }
  ${premiumFields(view, kind)}`;
}

function guaranteeBlock(view: WholeView, kind: GuaranteeKind) {
  const path = guaranteePath(kind);
  const name = guaranteeName(kind);
  return html`<section class="guarantee" part="guarantee" aria-labelledby=${`${path}-title`}>
    <h5 id=${`${path}-title`}>${name}</h5>
    ${errorLine(view.model, path)} ${checkbox(view.model, {path, label: msg(str`${name}を申し込む`)})}
    ${progress(view, kind)} ${isWanted(view.model.draft, kind) ? guaranteeFields(view, kind) : nothing}
  </section>`;
}

/** 「保証の申込内容」. */
export const guaranteesSection = (view: WholeView) => guaranteeKinds.map(kind => guaranteeBlock(view, kind));
