import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import {guaranteeKinds, guaranteePath, hasDepositBank} from '../../src/application/draft.js';
import {fieldAt, fields, sectionTitle, type Field, type SectionName} from '../../src/application/fields.js';
import {ratio, type Ratio} from '../../src/domain/format.js';
import {applicationStateName, guaranteeName} from '../../src/i18n/terms.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import {errorLine} from '../ui/fields.js';
import {fieldRow, fieldRows} from './fields-view.js';
import type {FormStore} from './form-store.js';
import {watch} from './watch.js';

/** 「保証申込のヘルプ」, line by line. */
export const helpLines = () => [
  msg('お手元に、請負契約書（または落札の通知）と、前払金を受け取る金融機関の支店名をご用意ください。'),
  msg(
    '3つの見出し「請負工事の情報」「保証の申込内容」「その他」を入力し、「申込内容を確認する」を押すと、送る前に全部を確かめられます。',
  ),
  msg('金額や日付は、全角でも半角でも、「2,000万円」「令和8年2月1日」のような書き方でも読み取ります。'),
  msg('送信すると受付番号が表示されます。手続きが終わると、保証契約一覧で結果をご覧いただけます。'),
];

function shareOf(store: FormStore, kind: GuaranteeKind): Ratio | undefined {
  const currentYear = hasDepositBank(kind)
    ? store.amount(guaranteePath(kind, 'currentYearAmount'))
    : undefined;
  return ratio(
    store.amount(guaranteePath(kind, 'guaranteeAmount')),
    currentYear ?? store.amount('works/price'),
  );
}

/** Returns the ratio of the guaranteed amount in the words of the screen; 「－」 until both amounts are there. */
export function ratioText(store: FormStore, kind: GuaranteeKind): string {
  const share = shareOf(store, kind)?.text ?? '－';
  const name = guaranteeName(kind);
  return hasDepositBank(kind)
    ? msg(str`${share} (請負金額もしくは今年度対象額に対する${name}金額の割合)`)
    : msg(str`${share} (請負金額に対する${name}金額の割合)`);
}

/** Returns the kind of guarantee whose amount a field holds. */
export const kindOfAmount = (path: string): GuaranteeKind | undefined =>
  guaranteeKinds.find(kind => path === guaranteePath(kind, 'guaranteeAmount'));

/** More than the part of this year is unusual; more than the price is refused. */
export function overCurrentYear(store: FormStore, kind: GuaranteeKind): string | undefined {
  const currentYear = hasDepositBank(kind) && store.amount(guaranteePath(kind, 'currentYearAmount'));
  const amount = store.amount(guaranteePath(kind, 'guaranteeAmount'));
  return currentYear && amount && amount > currentYear
    ? msg('今年度対象額を超えています。金額を確かめてください。')
    : undefined;
}

/** How far the surety has come with a guarantee. */
function progress({state: {known}}: FormStore, kind: GuaranteeKind) {
  const application = known?.application;
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

function guaranteeBlock(store: FormStore, kind: GuaranteeKind) {
  const path = guaranteePath(kind);
  const [wanted, ...members] = fields.filter(each => each.path === path || each.path.startsWith(`${path}/`));
  return html`<section class="guarantee" part="guarantee" aria-labelledby=${`${path}-title`}>
    <h5 id=${`${path}-title`}>${guaranteeName(kind)}</h5>
    ${watch(store, () => errorLine(store, path))} ${wanted && fieldRow(store, wanted)}
    ${progress(store, kind)} ${fieldRows(store, members)}
  </section>`;
}

const fieldsAt = (...paths: string[]): Field[] => paths.flatMap(path => fieldAt(path) ?? []);

function otherSection(store: FormStore) {
  const message = store.state.known?.application?.messageFromSurety;
  return html`<section class="group">
      <h5>${msg('申込送信先、保証証書受取')}</h5>
      ${fieldRows(store, fieldsAt('branchCode', 'issueNotification/wanted', 'issueNotification/email'))}
    </section>
    <section class="group">
      <h5>${msg('連絡先')}</h5>
      ${fieldRows(
        store,
        fields.filter(({path}) => path.startsWith('contact/')),
      )}
    </section>
    <section class="group">
      ${fieldRows(store, fieldsAt('message'))}
      <div class="field">
        <span class="label">${msg('弊社からお客様へのお知らせ')}</span>
        <p class="given" translate="no">${message ?? msg('お知らせはありません。')}</p>
      </div>
    </section>`;
}

/** 「保証の申込内容」 or 「その他」, with the button that clears it. */
export function laterSection(store: FormStore, section: Exclude<SectionName, 'works'>): unknown {
  const isOther = section === 'other';
  return html`<div class="panel-head">
      <h4>${isOther ? msg('インフォメーション') : sectionTitle(section)}</h4>
      <button part="button" type="button" class="plain no-print" data-act="clear">
        ${isOther ? msg('インフォメーションをクリア') : msg('保証の申込内容をクリア')}
      </button>
    </div>
    ${store.state.features?.undo(section) ?? nothing}
    ${isOther ? otherSection(store) : guaranteeKinds.map(kind => guaranteeBlock(store, kind))}`;
}
