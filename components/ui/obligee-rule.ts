import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {dayText, eitherCalendarText, sideBySide} from '../../src/i18n/format.js';
import {exclusionName, FILE_KINDS} from '../../src/domain/kinds.js';
import {worksKindName} from '../../src/i18n/works-kinds.js';
import {publishedGuaranteeName} from '../../src/i18n/published-terms.js';
import {japaneseLang, published, publishedNote} from './published.js';
import type {WorksKind} from '../../src/schemas/kinds.js';
import type {ExtraObligeeRule, ObligeeRule} from '../../src/schemas/obligee-rule.js';

/** Whether electronic guarantees have begun; `unknown` where the obligee's page leaves it open. */
type StartState = 'started' | 'upcoming' | 'unknown';

type Start = Pick<ExtraObligeeRule, 'start_date' | 'start_precision' | 'trigger'>;

/** Tells whether electronic guarantees have begun on a day; a page that names only a month leaves that month open. */
export function startState(
  {start_date: start, start_precision: precision}: Start,
  today: string,
): StartState {
  if (!start) return 'unknown';
  const [begins, now] = precision === 'month' ? [start.slice(0, 7), today.slice(0, 7)] : [start, today];
  if (now < begins) return 'upcoming';
  return precision === 'month' && now === begins ? 'unknown' : 'started';
}

/** Returns the start in words, no more exact than the obligee's page. */
export const startDay = (
  {start_date: start, start_precision: precision}: Start,
  write = eitherCalendarText,
) => (start ? write(start, precision === 'month') : undefined);

const events: Record<string, () => string> = {
  contract: () => msg('契約を締結するもの'),
  initial_contract: () => msg('当初の契約を締結するもの'),
  bid_notice: () => msg('入札公告をするもの'),
  bid: () => msg('入札をするもの'),
  designation: () => msg('指名通知をするもの'),
  bid_notice_or_designation: () => msg('入札公告または指名通知をするもの'),
  procurement_start: () => msg('発注手続きを始めるもの'),
  planned_contract_notice: () => msg('契約予定工事を通知するもの'),
  guarantee_contract: () => msg('保証契約を締結するもの'),
};

/** Returns e.g. 「令和8年（2026年）2月1日以降に入札公告をするもの」; says what is not known. */
export function startText(start: Start): string {
  const day = startDay(start);
  if (!day) return msg('開始日は要確認');
  const event = events[start.trigger ?? '']?.();
  return event ? msg(str`${day}以降に${event}`) : msg(str`${day}から（判断の基準になる日は要確認）`);
}

/** Returns what the obligee excludes, in its own words. */
const exclusions = ({excluded}: ObligeeRule): string[] => excluded.map(exclusionName);

const worksKinds = Object.keys(FILE_KINDS) as WorksKind[];

/** Returns the kinds of works in the page's own words, else by their names; undefined where it does not say. */
function worksText({contract_kinds_text: text, contract_kinds: kinds}: ObligeeRule): string | undefined {
  const listed = worksKinds.filter(kind => kinds?.includes(FILE_KINDS[kind][0]));
  return text ?? (sideBySide(listed.map(worksKindName)) || undefined);
}

/** Returns the sureties that the page names; undefined where it does not say. */
export function suretiesText({
  sureties_named: named,
  sureties_scope: scope,
}: ObligeeRule): string | undefined {
  if (scope === 'all_licensed') return msg('保証事業会社');
  if (!named.length) return undefined;
  const list = sideBySide(named);
  if (scope === 'named_etc') return msg(str`${list} など`);
  return scope === 'named_only' ? list : msg(str`${list}（ほかの保証会社は要確認）`);
}

/** Returns what the obligee's page leaves open and only the obligee can say. */
export function openPoints(rule: ObligeeRule): string[] {
  const {start_date: start, start_precision: precision, trigger} = rule;
  const points: [boolean, () => string][] = [
    [!start, () => msg('開始日')],
    [precision === 'month', () => msg('何日から始まるか')],
    [Boolean(start && !events[trigger ?? '']), () => msg('どの日で判断するか（公告日、契約日など）')],
    [!rule.guarantee_kinds, () => msg('対象になる保証の種類')],
    [!worksText(rule), () => msg('対象になる工事・業務')],
    [!suretiesText(rule), () => msg('対象になる保証会社')],
    [!rule.channels.length, () => msg('提出先と提出方法')],
    [rule.paper_allowed === null, () => msg('紙の保証証書の取扱い')],
  ];
  return points.flatMap(([isOpen, text]) => (isOpen ? [text()] : []));
}

/** Returns e.g. 「令和8年2月6日時点」, or that the page has no date. */
const asOfText = ({source_date: asOf}: Pick<ObligeeRule, 'source_date'>): string =>
  asOf ? msg(str`${dayText(asOf)}時点`) : msg('ページの日付は不明');

/** Draws the address as a link when it is safe to follow, else as text. */
function sourceAddress({url, obligee}: ObligeeRule): TemplateResult | string {
  if (!url) return msg('発注者の案内');
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol !== 'https:') return html`<span class="address" translate="no">${url}</span>`;
  return html`<a part="source-link" href=${address.href} target="_blank" rel="noreferrer noopener"
    ><span class="visually-hidden">${msg(str`${obligee}の情報：`)}</span
    ><span translate="no">${address.hostname}</span
    ><span class="no-print">${msg('（新しいタブで開きます）')}</span></a
  >`;
}

/** Draws the obligee's own words with their source and its date. */
export const quotedRule = (rule: ObligeeRule): TemplateResult => html`
  <figure class="quoted" part="quote">
    ${publishedNote()}
    <blockquote translate="no" lang=${japaneseLang()}>「${rule.rule_text}」</blockquote>
    <figcaption class="hint">
      ${msg('出典')}：${sourceAddress(rule)}<span class="as-of">${asOfText(rule)}</span>
    </figcaption>
  </figure>
`;

/** Returns 秋田 of 秋田県, 東京 of 東京都; 北海道 stays. */
export const prefectureStem = (prefecture: string): string => prefecture.replace(/[都府県]$/, '');

/** Says that the obligee's page leaves something open. */
export const unstated = (): TemplateResult =>
  html`<span class="open-point">${msg('要確認（案内に書かれていません）')}</span>`;

/** Draws one fact of a `dl.facts`. */
export const fact = (label: string, value: unknown): TemplateResult =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

const worksFact = (rule: ObligeeRule) =>
  rule.contract_kinds_text ? published(rule.contract_kinds_text) : (worksText(rule) ?? unstated());

/** Draws from when, for which works and for which guarantees the rule holds; `more` stands before its limits. */
export const ruleFacts = (rule: ObligeeRule, start: unknown, more: unknown = nothing): TemplateResult => html`
  <dl class="facts">
    ${fact(msg('いつから'), start)} ${fact(msg('工事・業務'), worksFact(rule))}
    ${fact(msg('保証の種類'), rule.guarantee_kinds ? sideBySide(rule.guarantee_kinds.map(publishedGuaranteeName)) : unstated())}
    ${more} ${rule.scope_note ? fact(msg('範囲'), published(rule.scope_note)) : nothing}
    ${rule.excluded.length ? fact(msg('対象外'), published(exclusions(rule).join('、'))) : nothing}
  </dl>
`;
