import {msg} from '@lit/localize';
import {initialState, Task} from '@lit/task';
import {html, nothing, type TemplateResult} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import {inBrackets} from '../../src/i18n/format.js';
import type {LocalBody} from '../../src/schemas/obligee.js';
import {abortOnLeave} from '../kernel/abortable.js';
import type {SuretyElement} from '../kernel/surety-element.js';

/** What is looked for, and where; `source` is undefined while there is no connection. */
interface Lookup {
  source: unknown;
  words: string;
  prefecture: string;
}

/** Chooses a body. */
interface Selection {
  selectedCode: string;
  select: (body: LocalBody) => void;
}

/** Prefectures and municipalities that are not in the list: 「要確認」, with what to ask. The API looks them up. */
export class UnlistedBodies {
  readonly #task: Task<readonly [unknown, string, string], {items: LocalBody[]; isComplete: boolean}>;

  constructor(host: SuretyElement, client: () => Promise<SuretyClient>, lookup: () => Lookup) {
    this.#task = new Task(host, {
      args: () => {
        const {source, words, prefecture} = lookup();
        return [source, words, prefecture] as const;
      },
      task: async ([source, q, prefecture], {signal}) => {
        if (!source || !q) return initialState;
        return (await client()).listLocalBodies({q, prefecture}, {signal});
      },
    });
    abortOnLeave(host, this.#task);
  }

  /** Draws those that were found and are not listed; nothing while they are looked up, nor where an API knows none. */
  render(
    listed: readonly {obligee: {code: string}}[],
    selection: Selection,
  ): TemplateResult | typeof nothing {
    return this.#task.render({
      initial: () => nothing,
      pending: () => nothing,
      error: () => nothing,
      complete: ({items, isComplete}) => {
        const known = new Set(listed.map(({obligee}) => obligee.code));
        const others = items.filter(({code}) => !known.has(code));
        return others.length ? renderBodies(others, isComplete, selection) : nothing;
      },
    }) as TemplateResult | typeof nothing;
  }
}

const renderBodies = (bodies: readonly LocalBody[], isComplete: boolean, selection: Selection) =>
  html`<section class="others" part="others" aria-labelledby="others-title">
    <h3 id="others-title">${msg('一覧にない自治体')}</h3>
    <p>
      <span class="badge" data-kind="warning">${msg('要確認')}</span>
      ${msg('電子保証に対応しているかどうか、登録された案内がありません。契約の担当課に、次のことをご確認ください。')}
    </p>
    <ul class="ask">
      <li>${msg('電子保証を利用できるか。前払金保証と契約保証のどちらも利用できるか。')}</li>
      <li>${msg('いつの公告・契約から利用できるか。対象にならない契約はあるか。')}</li>
      <li>${msg('認証キーのお知らせを、どこに、どの方法で提出するか。')}</li>
    </ul>
    <ul role="list" class="bodies">
      ${bodies.map(body => renderBody(body, selection))}
    </ul>
    ${isComplete ? nothing : html`<p class="hint">${msg('ほかにもあります。言葉を足してお探しください。')}</p>`}
  </section>`;

const renderBody = (body: LocalBody, {selectedCode, select}: Selection) =>
  html`<li data-code=${body.code}>
    <span translate="no"
      ><strong>${body.name}</strong> ${body.prefecture === body.name ? nothing : body.prefecture}
      <span class="hint">${body.kana}・${body.code}</span></span
    >
    <button
      part="button"
      type="button"
      aria-pressed=${selectedCode === body.code ? 'true' : 'false'}
      @click=${() => select(body)}
    >
      <span>${msg('選ぶ')}<span class="visually-hidden">${inBrackets(body.name)}</span></span>
    </button>
  </li>`;
