import {msg, str} from './message.js';
import type {ApplicationState} from '../schemas/application.js';
import type {ContractState, ContractToDo, HandInState} from '../schemas/contract.js';
import type {CertificateForm, GuaranteeKind, Procurement} from '../schemas/kinds.js';

const guaranteeNames: Record<GuaranteeKind, () => string> = {
  'advance-payment': () => msg('前払金保証'),
  'interim-payment': () => msg('中間前払金保証'),
  performance: () => msg('契約保証'),
};
/** 前払金保証, 中間前払金保証, 契約保証. */
export const guaranteeName = (kind: GuaranteeKind): string => guaranteeNames[kind]();

const shortNames: Record<GuaranteeKind, () => string> = {
  'advance-payment': () => msg('前払'),
  'interim-payment': () => msg('中間前払'),
  performance: () => msg('契約'),
};
/** 保証種類 as the list shows it: 前払, 中間前払, 契約. */
export const guaranteeShortName = (kind: GuaranteeKind): string => shortNames[kind]();

const procurementNames: Record<Procurement, () => string> = {
  'open-bid': () => msg('一般競争入札'),
  'designated-bid': () => msg('指名競争入札'),
  negotiated: () => msg('随意契約'),
};
/** 契約の方法: 一般競争入札, 指名競争入札, 随意契約. */
export const procurementName = (procurement: Procurement): string => procurementNames[procurement]();

const formNames: Record<CertificateForm, () => string> = {
  paper: () => msg('証書(紙)'),
  electronic: () => msg('電子保証(認証キーを含む)'),
};
/** 証書(紙) or 電子保証(認証キーを含む). */
export const certificateFormName = (form: CertificateForm): string => formNames[form]();

const contractStates: Record<ContractState, () => string> = {
  'in-force': () => msg('有効'),
  expired: () => msg('満了'),
  cancelled: () => msg('取消'),
  released: () => msg('返還済'),
};
/** 状態 of a contract. */
export const contractStateName = (state: ContractState): string => contractStates[state]();

const handInStates: Record<HandInState, () => string> = {
  waiting: () => msg('未提出'),
  'handed-in': () => msg('提出済み'),
  accepted: () => msg('受領'),
  returned: () => msg('差戻し'),
};
/** 提出 of a notice, and what the obligee said to it. */
export const handInName = (state: HandInState): string => handInStates[state]();

const applicationStates: Record<ApplicationState, () => string> = {
  submitted: () => msg('申込中'),
  returned: () => msg('差戻し'),
  issued: () => msg('発行済'),
};
/** 手続状況 of an application. */
export const applicationStateName = (state: ApplicationState): string => applicationStates[state]();

/** 対象 of a revision: 新規, 変更1, 変更2 … */
export const revisionName = (revision: number): string =>
  revision === 0 ? msg('新規') : msg(str`変更${revision}`);

const toDoNames: Record<ContractToDo, () => string> = {
  returned: () => msg('発注者からの差戻し'),
  'hand-in': () => msg('発行済みで未提出'),
  'hand-in-again': () => msg('変更後の再提出'),
  expiring: () => msg('満了の近い保証契約'),
};
/** What is still to be done about a contract. */
export const toDoName = (toDo: ContractToDo): string => toDoNames[toDo]();
