import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {ContractSummary} from '../../src/schemas/contract.js';
import {addStyles} from '../kernel/add-styles.js';
import type {ContractPage} from './contract-query.js';
import type {Head} from './list-table.js';
import {styles} from './notice-choice.styles.js';
import {hasNotice} from './rows.js';

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};
type Rows = ContractPage['items'];

/** Notices that can be saved together: each is fetched and typeset by itself, which takes a moment. */
const MAX_CHOSEN = 100;

/** What the choice tells its list. */
export interface ChoiceListener {
  announce(text: string): void;
  open(contractNumbers: readonly string[]): void;
}

/** What can be chosen among the rows that are shown, and how many of them are. */
interface Count {
  rows: Rows;
  version: number;
  choosable: readonly string[];
  chosen: number;
}

/**
 * The contracts whose notices are to be saved together. Numbers are kept, not rows, so the choice survives searching, sorting,
 * further rows and other tabs. Its code is fetched only where the page sets `selectable`.
 */
export class NoticeChoice {
  /** Counts up with each change of the choice. */
  version = 0;
  readonly #host: Host;
  readonly #listener: ChoiceListener;
  readonly #chosen = new Set<string>();
  #counted: Count | undefined;

  constructor(host: Host, listener: ChoiceListener) {
    this.#host = host;
    this.#listener = listener;
    addStyles(host.renderRoot, [styles]);
  }

  /** Forgets the choice: another person is signed in. */
  clear(): void {
    this.#chosen.clear();
    this.#changed();
  }

  /** Returns the head of the column: chooses all rows that are shown, or none. */
  renderHead(rows: Rows): Head {
    const {choosable, chosen} = this.#count(rows);
    return {
      label: msg('選択'),
      kind: 'choice',
      stamp: `${this.version} ${choosable.length}`,
      content: html`<input
        part="checkbox"
        type="checkbox"
        aria-label=${msg('表示中のお知らせをすべて選ぶ')}
        ?disabled=${choosable.length === 0}
        .checked=${live(chosen > 0 && chosen === choosable.length)}
        .indeterminate=${live(chosen > 0 && chosen < choosable.length)}
        @change=${({target}: Event) => this.#chooseAll((target as HTMLInputElement).checked)}
      />`,
    };
  }

  /** Draws the checkbox of a row that has a notice. */
  renderCell(contract: ContractSummary): TemplateResult {
    const {number} = contract;
    return html`<td role="cell" data-kind="choice" ?data-empty=${!hasNotice(contract)}>
      ${
        hasNotice(contract)
          ? html`<label
              ><input
                part="checkbox"
                type="checkbox"
                aria-label=${`${msg('お知らせを選ぶ')}（${msg('保証契約番号')} ${number}）`}
                .checked=${live(this.#chosen.has(number))}
                @change=${this.#handleChange}
              /><span aria-hidden="true">${msg('お知らせを選ぶ')}</span></label
            >`
          : nothing
      }
    </td>`;
  }

  /** Says what the checkboxes are for, and chooses all of them. */
  renderHint(rows: Rows): TemplateResult | typeof nothing {
    const {choosable} = this.#count(rows);
    if (choosable.length === 0) return nothing;
    return html`<p class="choice-hint no-print">
      <span class="hint">${msg('チェックを付けた保証契約のお知らせを、まとめて保存できます。')}</span>
      <button part="button" type="button" class="plain" id="choose-all" @click=${() => this.#chooseAll(true)}>
        ${
          choosable.length > MAX_CHOSEN
            ? msg(str`はじめの${MAX_CHOSEN}件を選ぶ`)
            : msg(str`表示中の${choosable.length}件をすべて選ぶ`)
        }
      </button>
    </p>`;
  }

  /** Draws how many are chosen and what can be done with them; stays in sight below the rows. */
  renderBar(rows: Rows): TemplateResult | typeof nothing {
    const count = this.#chosen.size;
    if (count === 0) return nothing;
    const elsewhere = count - this.#count(rows).chosen;
    return html`<div
      class="choice-bar no-print"
      part="choice"
      role="group"
      aria-label=${msg('選んだお知らせ')}
    >
      <p>
        <strong>${this.#countText()}</strong>
        ${elsewhere ? html`<span>${msg(str`うち${elsewhere}件は、いまの一覧には出ていません。`)}</span>` : nothing}
        ${count >= MAX_CHOSEN ? html`<span>${this.#fullText()}</span>` : nothing}
      </p>
      <button part="button" type="button" class="plain" id="choice-clear" @click=${this.#handleClear}>
        ${msg('選択を解除')}
      </button>
      <button part="button" type="button" class="primary" id="choice-open" @click=${this.#handleOpen}>
        ${msg('選んだお知らせをまとめて保存')}
      </button>
    </div>`;
  }

  /** Counts once for each change. Contracts that were cancelled meanwhile have no notice any more. */
  #count(rows: Rows): Count {
    const before = this.#counted;
    if (before?.rows === rows && before.version === this.version) return before;
    const choosable: string[] = before?.rows === rows ? [...before.choosable] : [];
    if (before?.rows !== rows) {
      for (const row of rows) {
        if (!('number' in row)) continue; // a row of 電子保証履歴一覧
        if (hasNotice(row)) choosable.push(row.number);
        else this.#chosen.delete(row.number);
      }
    }
    const chosen = choosable.filter(number => this.#chosen.has(number)).length;
    this.#counted = {rows, version: this.version, choosable, chosen};
    return this.#counted;
  }

  #chooseAll(isWanted: boolean) {
    const {choosable = []} = this.#counted ?? {};
    for (const number of choosable) {
      if (!isWanted) this.#chosen.delete(number);
      else if (this.#chosen.size < MAX_CHOSEN) this.#chosen.add(number);
    }
    const isTruncated = isWanted && choosable.some(number => !this.#chosen.has(number));
    this.#changed(isTruncated ? this.#fullText() : '');
  }

  #handleChange = ({target}: Event) => {
    const {checked} = target as HTMLInputElement;
    const {number = ''} = (target as HTMLInputElement).closest('tr')?.dataset ?? {};
    const isFull = checked && this.#chosen.size >= MAX_CHOSEN;
    if (!checked) this.#chosen.delete(number);
    else if (!isFull) this.#chosen.add(number);
    this.#changed(isFull ? this.#fullText() : '');
  };

  #changed(note?: string) {
    this.version += 1;
    this.#host.requestUpdate();
    if (note !== undefined) this.#listener.announce(`${this.#countText()}${note}`);
  }

  #countText(): string {
    return this.#chosen.size ? msg(str`${this.#chosen.size}件を選んでいます。`) : msg('何も選んでいません。');
  }

  #fullText = () => msg(str`一度に選べるのは${MAX_CHOSEN}件までです。保存してから、残りを選んでください。`);

  #handleOpen = () => this.#listener.open([...this.#chosen]);

  /** The bar disappears with its button: the focus moves to above the rows. */
  #handleClear = async () => {
    this.#chosen.clear();
    this.#changed('');
    await this.#host.updateComplete;
    const root = this.#host.renderRoot;
    (root.querySelector<HTMLElement>('#choose-all') ?? root.querySelector<HTMLElement>('#search'))?.focus();
  };
}
