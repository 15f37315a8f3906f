import {msg, str} from '@lit/localize';
import {errorText} from '../../src/i18n/error-text.js';
import {contractStateName} from '../../src/i18n/terms.js';
import type {ReadProblem} from '../../src/reading/finding.js';
import type {BatchRow, RowState} from './batch-queue.js';
import {BADGE_KINDS} from './result-view.js';

const PROBLEMS: Record<ReadProblem, () => string> = {
  certificate: () =>
    msg('保証証書です。確認には「認証キー」のお知らせ（PDF）が必要ですので、受注者に求めてください。'),
  insurer: () =>
    msg(
      '損害保険会社の書類です。書類にある閲覧用URLと閲覧用パスワードで、保険会社のシステムからご確認ください。',
    ),
  'not-a-notice': () =>
    msg('保証契約番号と認証キーが見つかりません。「認証キー」のお知らせかどうかをご確認ください。'),
  'no-text': () =>
    msg('スキャンや写真のため、文字を読み取れません。保証契約番号と認証キーを入力して確認してください。'),
  encrypted: () =>
    msg(
      'パスワードで保護されています。保護を外して入れ直すか、保証契約番号と認証キーを入力して確認してください。',
    ),
  damaged: () => msg('ファイルが壊れていて開けません。受注者に、もう一度送ってもらってください。'),
  empty: () => msg('中身が空のファイルです。受注者に、もう一度送ってもらってください。'),
  'too-large': () => msg('20MBを超えています。お知らせのPDFだけを選んでください。'),
  'too-much': () =>
    msg(
      'ファイルの中身が大きすぎるか、何重にもまとめられているため、開くのをやめました。お知らせのPDFだけを取り出して入れてください。',
    ),
  'too-many-pixels': () =>
    msg(
      '画像が大きすぎるため（5,000万画素を超えるため）、開くのをやめました。小さくして保存し直すか、保証契約番号と認証キーを入力して確認してください。',
    ),
  unsupported: () =>
    msg('この種類のファイルは読み取れません。PDF、画像、メール（.eml）、ZIPを選んでください。'),
  'not-loaded': () =>
    msg('読み取りに必要なプログラムを読み込めませんでした。接続を確認して、もう一度入れてください。'),
};

const NOTES: Partial<Record<RowState, () => string>> = {
  'needs-key': () => msg('番号だけが読み取れました。お知らせに印字された認証キーを入力してください。'),
  duplicate: () => msg('同じお知らせが、ほかのファイルにもあります。'),
  mismatch: () => msg('番号と認証キーの組み合わせに該当する保証証書が見つかりません。'),
};

/** Returns the sentence that a row shows besides its state; empty where there is none. */
export function rowNote({state, problem, error}: BatchRow): string {
  if (state === 'unreadable') return PROBLEMS[problem ?? 'damaged']();
  if (state === 'failed') return errorText(error ?? 'bad-response');
  return NOTES[state]?.() ?? '';
}

const STATE_NAMES: Record<Exclude<RowState, 'checked'>, () => string> = {
  reading: () => msg('読み取り中'),
  unreadable: () => msg('読み取れません'),
  'needs-key': () => msg('認証キーが必要'),
  duplicate: () => msg('重複'),
  waiting: () => msg('確認待ち'),
  checking: () => msg('確認中'),
  mismatch: () => msg('該当なし'),
  failed: () => msg('確認できません'),
};

/** Returns the name of a row's state: that of its contract once it is known. */
export const rowStateName = ({state, check}: BatchRow): string =>
  state === 'checked' && check
    ? contractStateName(check.state)
    : STATE_NAMES[state === 'checked' ? 'failed' : state]();

/** Returns the colour of the badge of a row's state. */
export function rowBadgeKind({state, check}: BatchRow): 'good' | 'warning' | 'bad' | undefined {
  if (state === 'checked') return BADGE_KINDS[check?.state ?? 'expired'];
  if (state === 'mismatch' || state === 'failed') return 'bad';
  return state === 'unreadable' || state === 'needs-key' ? 'warning' : undefined;
}

/** Returns 「一致」, 「2項目が相違」, or that there is nothing to compare with. */
export function comparisonText({comparison, state}: BatchRow): string {
  if (state !== 'checked' || !comparison) return '';
  if (!comparison.length) return msg('照合先なし');
  const differing = comparison.filter(({isSame}) => !isSame).length;
  return differing ? msg(str`${differing}項目が相違`) : msg('一致');
}
