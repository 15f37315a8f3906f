import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {errorText} from '../../src/i18n/error-text.js';
import {inBrackets, labelled} from '../../src/i18n/format.js';
import {failure} from '../kernel/states.js';
import type {BatchForm, BatchState} from './notice-batch.js';

/** What the buttons of the panel do. */
export interface BatchActions {
  start(form: BatchForm, contractNumbers: readonly string[]): void;
  cancel(): void;
}

/** Draws several notices at once: which ones, the buttons that save them, and the outcome. */
export function renderBatch(
  contractNumbers: readonly string[],
  state: BatchState,
  actions: BatchActions,
): TemplateResult {
  const isRunning = state.status === 'running';
  const start = (form: BatchForm) => () => isRunning || actions.start(form, contractNumbers);
  return html`<div class="sections">
    <header>
      <h2>
        ${msg('「認証キー」のお知らせ')}<span class="amount"
          >${inBrackets(`${contractNumbers.length}${msg('件')}`)}</span
        >
      </h2>
      <p>
        ${msg('選んだ保証契約のお知らせをまとめて保存します。ZIPファイルには、お知らせが1件ずつ、日付・相手方・金額・書類名のファイル名で入ります。')}
      </p>
    </header>
    <ul class="chosen" aria-label=${msg('選んだ保証契約')}>
      ${contractNumbers.map(number => html`<li><span class="code" translate="no">${number}</span></li>`)}
    </ul>
    <div class="buttons" part="buttons">
      <button
        part="button"
        type="button"
        class="primary"
        aria-disabled=${isRunning ? 'true' : 'false'}
        @click=${start('zip')}
      >
        ${msg('まとめて保存（ZIP）')}
      </button>
      <button
        part="button"
        type="button"
        aria-disabled=${isRunning ? 'true' : 'false'}
        @click=${start('pdf')}
      >
        ${msg('1つのPDFにまとめる')}
      </button>
    </div>
    ${renderProgress(state, actions)} ${renderOutcome(state, actions)}
  </div>`;
}

function renderProgress({status, done, total}: BatchState, {cancel}: BatchActions) {
  if (status !== 'running') return nothing;
  return html`<div class="progress">
    <label for="progress">${msg('お知らせを作成しています')}</label>
    <progress id="progress" max=${total} .value=${done}></progress>
    <span class="amount">${done} / ${total}</span>
    <button part="button" type="button" @click=${cancel}>${msg('中止する')}</button>
  </div>`;
}

function renderOutcome(state: BatchState, actions: BatchActions) {
  const {status, error, form, failures, saved, fileName, missing} = state;
  if (status === 'failed' && error) return failure(error);
  if (status !== 'done') return nothing;
  return html`${
    saved.length
      ? html`<div class="notice" data-kind="success">
          <p>${msg(str`${saved.length}件のお知らせを保存しました。`)}</p>
          <p translate="no">${fileName}</p>
        </div>`
      : nothing
  }
  ${missing.length ? renderMissing(missing) : nothing}
  ${
    failures.length
      ? html`<div class="notice" data-kind="error" role="alert">
          <p>${msg(str`次の${failures.length}件は作成できませんでした。`)}</p>
          <ul class="failures">
            ${failures.map(
              ({contractNumber, error: reason}) =>
                html`<li>
                  <span class="code" translate="no">${contractNumber}</span
                  >${labelled('')}${errorText(reason.code)}
                </li>`,
            )}
          </ul>
          <button
            part="button"
            type="button"
            @click=${() =>
              actions.start(
                form,
                failures.map(({contractNumber}) => contractNumber),
              )}
          >
            ${msg('作成できなかったものをもう一度作成する')}
          </button>
        </div>`
      : nothing
  }`;
}

/** Draws a warning about characters that the PDF cannot show as they are. */
export const renderMissing = (characters: readonly string[]): TemplateResult =>
  html`<div class="notice" data-kind="warning" role="alert">
    <p>
      ${msg('次の文字はPDFではそのままの形で表せません。「〓」か似た形で印刷されます。提出する前に内容をご確認ください。')}
    </p>
    <p class="missing" translate="no">${characters.join('　')}</p>
  </div>`;
