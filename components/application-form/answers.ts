import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {formatYenKanji} from '../../src/domain/format.js';
import {bothDaysText, yenText, inBrackets} from '../../src/i18n/format.js';
import {certificateFormName, guaranteeName, procurementName} from '../../src/i18n/terms.js';
import {worksKindName} from '../../src/i18n/works-kinds.js';
import type {CertificateForm, GuaranteeKind, Procurement, WorksKind} from '../../src/schemas/kinds.js';
import {guaranteePath, wantedKinds} from './draft.js';
import type {Field} from './field.js';
import {fieldAt, fields} from './field-table.js';
import {premiumPaymentChoices, ratioText} from './guarantees-section.js';
import {amendmentChoices} from './asked-facts.js';
import type {WholeView} from './whole-view.js';

const yesOrNo = (text: string) => (text === 'true' ? msg('希望する') : msg('希望しない'));

/** The words of a choice, by the last part of its path. */
const choiceTexts: Record<string, (text: string, view: WholeView) => string | undefined> = {
  kind: text => worksKindName(text as WorksKind),
  procurement: text => procurementName(text as Procurement),
  amendment: text => amendmentChoices().find(({value}) => value === text)?.label,
  certificateForm: text => certificateFormName(text as CertificateForm),
  redeposit: text => (text === 'true' ? msg('再預託を利用する') : msg('再預託を利用しない')),
  premiumPayment: text => premiumPaymentChoices().find(({value}) => value === text)?.label,
  premiumStatement: yesOrNo,
  wanted: yesOrNo,
  branchCode: (text, {branches}) => branches.find(({code}) => code === text)?.name,
};

function answerOf({path, parse}: Field, view: WholeView): string {
  const {model} = view;
  const text = model.text(path).trim();
  if (!text) return '';
  if (!parse) return choiceTexts[path.replace(/.*\//, '')]?.(text, view) ?? text;
  const value = model.reader.value(path, text);
  if (typeof value === 'number') return `${yenText(value)}${inBrackets(formatYenKanji(value))}`;
  if (typeof value !== 'string') return text;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return bothDaysText(value);
  return path.endsWith('phone') ? text : value;
}

/** Two fields that are read as one; the second is left away. */
const joined: Record<string, {name: () => string; with: string; by: string}> = {
  from: {name: () => msg('工期'), with: 'to', by: ' ～ '},
  bank: {name: () => msg('預託金融機関'), with: 'branch', by: '　'},
};

interface Row {
  path: string;
  /** Of the second of two fields that are read as one. */
  otherPath?: string;
  name: string;
  answer: string;
}

function rowOf(field: Field, view: WholeView): Row | undefined {
  const [member = ''] = field.path.split('/').slice(-1);
  if (Object.values(joined).some(pair => pair.with === member)) return undefined;
  const pair = joined[member];
  const other = pair && fieldAt(field.path.replace(member, pair.with));
  const answers = [field, ...(other ? [other] : [])].map(each => answerOf(each, view)).filter(Boolean);
  return {
    path: field.path,
    ...(other && {otherPath: other.path}),
    name: pair?.name() ?? field.name(),
    answer: answers.join(pair?.by ?? ''),
  };
}

const changeLink = ({path, name}: Row) =>
  html`<a class="change no-print" href=${`#${path}`} data-go=${path}
    >${msg('変更')}<span class="visually-hidden">${inBrackets(name)}</span></a
  >`;

/** The obligee's own rule about an amount, once more before sending. */
const advice = ({model}: WholeView, {path, otherPath}: Row) =>
  [path, otherPath ?? ''].map(each => {
    const found = model.advice?.at(each, model);
    return found ? html`<p class="warning">${found}</p>` : nothing;
  });

/** What was answered under one heading. */
export interface AnswerGroup {
  readonly title: string;
  readonly rows: readonly Row[];
  /** What follows from the answers, or has come of them. */
  readonly more: readonly {name: string; answer: string; isCode?: boolean}[];
}

function drawn(view: WholeView, {title, rows, more}: AnswerGroup, isChangeable: boolean) {
  return html`<section class="answers" part="answers">
    <h4>${title}</h4>
    <dl class="facts">
      ${rows.map(
        row =>
          html`<div>
            <dt>${row.name}</dt>
            <dd>
              <span class="answer" translate="no"
                >${row.answer || html`<span class="hint">${msg('未入力')}</span>`}</span
              >${isChangeable && row.path !== 'contractorName' ? changeLink(row) : nothing}${isChangeable ? advice(view, row) : nothing}
            </dd>
          </div>`,
      )}
      ${more.map(
        ({name, answer, isCode}) =>
          html`<div>
            <dt>${name}</dt>
            <dd class=${isCode ? 'code' : nothing} translate=${isCode ? 'no' : nothing}>${answer}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function guaranteeGroup(view: WholeView, kind: GuaranteeKind, rows: readonly Row[]): AnswerGroup {
  const title = guaranteeName(kind);
  const number = view.application?.contracts.find(contract => contract.kind === kind)?.number;
  return {
    title,
    rows: rows.map(row => ({...row, name: row.name.replace(`${title}の`, '')})),
    more: [
      {name: msg('割合'), answer: ratioText(view, kind)},
      ...(number ? [{name: msg('保証契約番号'), answer: number, isCode: true}] : []),
    ],
  };
}

/** Fields that only some obligees' rules ask for. */
const asked = /^works\/(dates\/|department$|procurement$|amendment$|originalSignedOn$)/;

/** Everything that is applied for, or was. */
export function answerGroups(view: WholeView, isSent: boolean): AnswerGroup[] {
  const {facts, draft} = view.model;
  // What was sent keeps its dates, whatever the obligee's rule asks for today.
  const hasText = (path: string) => isSent && asked.test(path) && draft[path];
  const shown = fields.filter(field => field.isShown(facts) || hasText(field.path));
  const of = (test: (field: Field) => boolean) =>
    shown.filter(test).flatMap(field => rowOf(field, view) ?? []);
  const section = (title: string, name: string): AnswerGroup => ({
    title,
    rows: of(field => field.section === name),
    more: [],
  });
  return [
    section(msg('請負工事の情報'), 'works'),
    ...wantedKinds(draft).map(kind =>
      guaranteeGroup(
        view,
        kind,
        of(({path}) => path.startsWith(`${guaranteePath(kind)}/`)),
      ),
    ),
    section(msg('その他'), 'other'),
  ];
}

/** The same to be looked at, with a way to change each where it still can be changed. */
export const answerList = (view: WholeView, isChangeable: boolean): TemplateResult[] =>
  answerGroups(view, !isChangeable).map(group => drawn(view, group, isChangeable));
