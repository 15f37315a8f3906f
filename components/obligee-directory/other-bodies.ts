import {msg} from '@lit/localize';
import {initialState, Task} from '@lit/task';
import {html, nothing, type TemplateResult} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import {inBrackets} from '../../src/i18n/format.js';
import type {LocalBody} from '../../src/schemas/obligee.js';
import {abortOnLeave} from '../kernel/abortable.js';
import type {SuretyElement} from '../kernel/surety-element.js';

/** Long enough that a word is typed out: only the last of the letters asks the server. */
const TYPING_MS = 300;

async function pause(signal: AbortSignal): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, TYPING_MS));
  signal.throwIfAborted();
}

/** What is looked for, and where. */
export interface OtherBodiesSource {
  client: () => Promise<SuretyClient>;
  /** Changes with the connection; undefined while there is none. */
  source: () => unknown;
  search: () => {q: string; prefecture: string};
}

/** What can be done with a body. */
export interface BodyActions {
  selectedCode: string;
  select: (body: LocalBody) => void;
}

/** Prefectures and municipalities that are not in the list: 「要確認」, with what to ask; the server looks them up. */
export class OtherBodies {
  readonly #finding: Task<readonly [unknown, string, string], {items: LocalBody[]; isComplete: boolean}>;

  constructor(host: SuretyElement, {client, source, search}: OtherBodiesSource) {
    this.#finding = new Task(host, {
      args: () => {
        const {q, prefecture} = search();
        return [source(), q, prefecture] as const;
      },
      task: async ([connection, q, prefecture], {signal}) => {
        if (!connection || !q) return initialState;
        await pause(signal);
        return (await client()).listLocalBodies({q, prefecture}, {signal});
      },
    });
    abortOnLeave(host, this.#finding);
  }

  /** Those that were found and are not listed above; nothing where an API does not know them. */
  render(
    listed: readonly {obligee: {code: string}}[],
    actions: BodyActions,
  ): TemplateResult | typeof nothing {
    return this.#finding.render({
      initial: () => nothing,
      pending: () => nothing,
      error: () => nothing,
      complete: ({items, isComplete}) => {
        const known = new Set(listed.map(({obligee}) => obligee.code));
        const others = items.filter(({code}) => !known.has(code));
        return others.length ? renderBodies(others, isComplete, actions) : nothing;
      },
    }) as TemplateResult | typeof nothing;
  }
}

const renderBodies = (bodies: readonly LocalBody[], isComplete: boolean, actions: BodyActions) =>
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
      ${bodies.map(body => renderBody(body, actions))}
    </ul>
    ${isComplete ? nothing : html`<p class="hint">${msg('ほかにもあります。言葉を足してお探しください。')}</p>`}
  </section>`;

const renderBody = (body: LocalBody, {selectedCode, select}: BodyActions) =>
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
