import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {inBrackets} from '../../src/i18n/format.js';
import type {Place} from './place.js';
import {toDosOf, type ToDo, type ToDoFacts} from './to-dos.js';

/** What the front page may do. */
export interface HomeActions {
  readonly goTo: (place: Place) => void;
}

/** What is to be done, most pressing first; a calm sentence when nothing is. */
export function renderHome(facts: ToDoFacts, drafts: readonly string[], {goTo}: HomeActions): TemplateResult {
  const toDos = toDosOf(facts, drafts);
  const {underway} = facts;
  return html`${
      toDos.length
        ? html`<ul class="to-dos" part="to-dos">
            ${toDos.map(toDo => renderToDo(toDo, goTo))}
          </ul>`
        : html`<div class="calm" part="calm">
            <p class="calm-line">${msg('いま、していただくことはありません。')}</p>
            <p class="hint">${msg('発行や差戻しがあると、ここに表示されます。')}</p>
          </div>`
    }
    ${
      underway
        ? html`<p class="underway">
            ${msg(str`保証会社が確認している申込みが${underway}件あります。`)}
            <button part="button" type="button" class="plain" @click=${() => goTo({view: 'news'})}>
              ${msg('手続状況を見る')}
            </button>
          </p>`
        : nothing
    }
    <p class="start">
      <button
        part="button"
        type="button"
        class=${toDos.length ? 'secondary' : 'primary'}
        @click=${() => goTo({view: 'application'})}
      >
        ${msg('申込を作成する')}
      </button>
    </p>`;
}

const renderToDo = ({kind, count, title, text, named, action, place}: ToDo, goTo: HomeActions['goTo']) =>
  html`<li class="to-do" part="to-do" data-kind=${kind}>
    <h3>
      <span>${title}</span>
      <span class="count"><span class="amount">${count.toLocaleString('en-US')}</span>${msg('件')}</span>
    </h3>
    <p>${text}</p>
    ${
      named.length
        ? html`<ul class="named" translate="no">
            ${named.map(name => html`<li>${name}</li>`)}
            ${count > named.length ? html`<li class="hint">${msg(str`ほか${(count - named.length).toLocaleString('en-US')}件`)}</li>` : nothing}
          </ul>`
        : nothing
    }
    <p class="act">
      <button part="button" type="button" class="primary" @click=${() => goTo(place)}>
        <span>${action}<span class="visually-hidden">${inBrackets(title)}</span></span>
      </button>
    </p>
  </li>`;
