import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {guaranteePath, wantedKinds} from '../../../src/application/draft.js';
import {fieldAt, fields, sectionTitle, type Field} from '../../../src/application/fields.js';
import {formatYenKanji} from '../../../src/domain/format.js';
import {bothDaysText, inBrackets, yenText} from '../../../src/i18n/format.js';
import {guaranteeName} from '../../../src/i18n/terms.js';
import type {GuaranteeKind} from '../../../src/schemas/kinds.js';
import type {FormStore} from '../form-store.js';
import {ratioText} from '../sections.js';

interface Row {
  path: string;
  /** Path of the second of two fields that are shown as one answer. */
  otherPath?: string;
  label: string;
  answer: string;
}

/** The answers under one heading. */
export interface AnswerGroup {
  readonly title: string;
  readonly rows: readonly Row[];
  /** What follows from the answers, or has come of them. */
  readonly more: readonly {label: string; answer: string; isCode?: boolean}[];
}

function answerOf(store: FormStore, {path, input, choices, control}: Field): string {
  const text = store.text(path).trim();
  if (!text) return '';
  if (choices) {
    const {known, features} = store.state;
    const context = {
      branches: known?.surety.branches ?? [],
      finerWorksKinds: features?.finerWorksKinds ?? [],
    };
    return choices(context).find(({value}) => value === text)?.label ?? text;
  }
  const value = store.value(path);
  if (typeof value === 'number') return `${yenText(value)}${inBrackets(formatYenKanji(value))}`;
  if (typeof value !== 'string' || input === 'phone') return text;
  return control === 'date' ? bothDaysText(value) : value;
}

const seconds = new Set(fields.flatMap(({pair}) => (pair?.joined ? [pair.with] : [])));

function rowOf(store: FormStore, field: Field): Row {
  const {path, pair, label} = field;
  const other = pair?.joined && fieldAt(pair.with);
  const answers = [field, ...(other ? [other] : [])].map(each => answerOf(store, each)).filter(Boolean);
  return {
    path,
    ...(other && {otherPath: other.path}),
    label: (pair?.joined?.label ?? label)(),
    answer: answers.join(pair?.joined?.separator ?? ''),
  };
}

function guaranteeGroup(store: FormStore, kind: GuaranteeKind, rows: readonly Row[]): AnswerGroup {
  const title = guaranteeName(kind);
  const {application} = store.state.known ?? {};
  const number = application?.contracts.find(contract => contract.kind === kind)?.number;
  return {
    title,
    rows: rows.map(row => ({...row, label: row.label.replace(`${title}の`, '')})),
    more: [
      {label: msg('割合'), answer: ratioText(store, kind)},
      ...(number ? [{label: msg('保証契約番号'), answer: number, isCode: true}] : []),
    ],
  };
}

/** Returns everything that is applied for, or was. */
export function answerGroups(store: FormStore, isSent: boolean): AnswerGroup[] {
  const {facts, draft} = store;
  // A sent application keeps its dates, whatever the rule of the obligee asks for today.
  const shown = fields.filter(
    field =>
      field.control !== 'checkbox' &&
      !seconds.has(field.path) &&
      (field.isShown(facts) || (isSent && field.isAskedByRule && draft[field.path])),
  );
  const rowsOf = (test: (field: Field) => boolean) => shown.filter(test).map(field => rowOf(store, field));
  const section = (name: 'works' | 'other'): AnswerGroup => ({
    title: sectionTitle(name),
    rows: rowsOf(field => field.section === name),
    more: [],
  });
  return [
    section('works'),
    ...wantedKinds(draft).map(kind =>
      guaranteeGroup(
        store,
        kind,
        rowsOf(({path}) => path.startsWith(`${guaranteePath(kind)}/`)),
      ),
    ),
    section('other'),
  ];
}

const changeLink = ({path, label}: Row) =>
  html`<a class="change no-print" href=${`#${path}`} data-go=${path}
    >${msg('変更')}<span class="visually-hidden">${inBrackets(label)}</span></a
  >`;

/** What the obligee says about an amount, once more before sending. */
const advice = ({state}: FormStore, {path, otherPath = ''}: Row) =>
  [path, otherPath].map(each => {
    const found = state.amountAdvice?.(each);
    return found ? html`<p class="warning">${found}</p>` : nothing;
  });

const changeable = (store: FormStore, row: Row) =>
  html`${fieldAt(row.path)?.control === 'given' ? nothing : changeLink(row)}${advice(store, row)}`;

const group = (store: FormStore, {title, rows, more}: AnswerGroup, isSent: boolean) =>
  html`<section class="answers" part="answers">
    <h4>${title}</h4>
    <dl class="facts">
      ${rows.map(
        row =>
          html`<div>
            <dt>${row.label}</dt>
            <dd>
              <span class="answer" translate="no"
                >${row.answer || html`<span class="hint">${msg('未入力')}</span>`}</span
              >${isSent ? nothing : changeable(store, row)}
            </dd>
          </div>`,
      )}
      ${more.map(
        ({label, answer, isCode}) =>
          html`<div>
            <dt>${label}</dt>
            <dd class=${isCode ? 'code' : nothing} translate=${isCode ? 'no' : nothing}>${answer}</dd>
          </div>`,
      )}
    </dl>
  </section>`;

/** All answers, with a way to change each as long as they are not sent. */
export const answerList = (store: FormStore, isSent: boolean): TemplateResult[] =>
  answerGroups(store, isSent).map(each => group(store, each, isSent));
