import {msg} from '@lit/localize';
import {formatDateTime, today} from '../../src/domain/format.js';
import {applicationStateName} from '../../src/i18n/terms.js';
import type {RecordSheet} from '../../src/pdf/record-page.js';
import type {Application} from '../../src/schemas/application.js';
import type {Branch} from '../../src/schemas/surety.js';
import {answerGroups} from './answers.js';
import type {WholeView} from './whole-view.js';

/** The branch that an application was sent to. */
export const branchOf = ({branches}: WholeView, {content}: Application): Branch | undefined =>
  branches.find(({code}) => code === content.branchCode);

/** Whose copy it is, and whom it was sent to. */
export function parties(view: WholeView, application: Application): {addressee: string; sender: string} {
  const sender = [view.suretyName, branchOf(view, application)?.name].filter(Boolean).join(' ');
  return {addressee: `${view.companyName} ${msg('様')}`, sender};
}

const contactLine = ({name, phone, hours, email}: Branch) =>
  `${msg('お問い合わせ先')}：${name}　${msg('電話番号')} ${phone}（${hours}）${email ? `　${email}` : ''}`;

/** 控え: what was received when, how it stands, and everything that was applied for. */
export function recordSheet(view: WholeView, application: Application): RecordSheet {
  const {receiptNumber, submittedAt, updatedAt, state, messageFromSurety} = application;
  const branch = branchOf(view, application);
  const rows = [
    {label: msg('受付番号'), value: receiptNumber},
    {label: msg('受付日時'), value: formatDateTime(submittedAt)},
    {label: msg('更新日時'), value: formatDateTime(updatedAt)},
    {label: msg('手続状況'), value: applicationStateName(state)},
    ...(messageFromSurety ? [{label: msg('弊社からお客様へのお知らせ'), value: messageFromSurety}] : []),
  ];
  const groups = answerGroups(view, true).map(({title, rows: answers, more}) => ({
    heading: title,
    rows: [...answers, ...more].map(({name, answer}) => ({label: name, value: answer || msg('未入力')})),
  }));
  return {
    title: msg('保証申込の控え'),
    number: receiptNumber,
    day: today(Date.parse(submittedAt)),
    ...parties(view, application),
    lead: msg('保証申込を受け付けました。'),
    sections: [{heading: msg('申込みの状況'), rows}, ...groups],
    notes: branch ? [contactLine(branch)] : [],
  };
}
