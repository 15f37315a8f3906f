import type {ReactiveControllerHost} from 'lit';
import {addStyles} from '../kernel/add-styles.js';
import type {Draft} from './draft.js';
import type {Editing} from './editing.js';
import type {Journey} from './journey.js';
import {looksLikeRow} from './looks-like-row.js';
import type {ApplicationModel} from './model.js';
import type {PastePanel} from './paste-panel.js';

type Root = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

/** What pasting needs of the form around it. */
export interface PastingHost {
  readonly model: ApplicationModel;
  readonly journey: Journey;
  readonly editing: Editing;
}

/** Pasting a row of a spreadsheet into any field: it is laid out first, and written only when the person says so. */
export class Pasting {
  readonly #element: Root;
  readonly #host: PastingHost;
  #panel: PastePanel | undefined;
  #origin = '';

  constructor(element: Root, host: PastingHost) {
    this.#element = element;
    this.#host = host;
  }

  /** The preview while there is one. */
  render(): unknown {
    return this.#panel?.render();
  }

  /** Takes a row away from the field it was pasted into; anything else is pasted as ever. */
  handlePaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !field.name) return;
    if (!looksLikeRow(text)) return;
    event.preventDefault();
    this.take(text, field);
  };

  /** A text that was taken away from a field: laid out if it is a row, else put there after all. */
  take(text: string, field: HTMLInputElement | HTMLTextAreaElement): void {
    this.#origin = field.name;
    if (looksLikeRow(text)) void this.#open(text, field);
    else this.#pasteAsText(text, field);
  }

  async #open(text: string, field: HTMLInputElement | HTMLTextAreaElement) {
    const {model, journey} = this.#host;
    const redraw = () => this.#element.requestUpdate();
    const host = {model, redraw, apply: this.#apply, close: () => this.#close()};
    const loaded = await import('./paste-panel.js').catch(() => undefined);
    this.#panel = loaded?.PastePanel.of(text, host);
    if (!loaded || !this.#panel) return this.#pasteAsText(text, field);
    addStyles(this.#element.renderRoot, [loaded.pasteStyles]);
    redraw();
    await journey.focus(loaded.PASTE_TITLE_ID);
  }

  /** As if it had not been taken away; a line of text holds no tabs. */
  #pasteAsText(text: string, field: HTMLInputElement | HTMLTextAreaElement) {
    field.setRangeText(
      text.trim().replace(/[\t\r\n]+/g, ' '),
      field.selectionStart ?? 0,
      field.selectionEnd ?? 0,
      'end',
    );
    this.#host.editing.write({[field.name]: field.value});
  }

  #apply = (texts: Draft) => {
    const {editing, journey} = this.#host;
    if (Object.keys(texts).length) editing.takeOver(journey.section, texts, 'pasted');
    this.#close();
  };

  #close() {
    this.#panel = undefined;
    this.#element.requestUpdate();
    void this.#host.journey.focus(this.#origin);
  }
}
