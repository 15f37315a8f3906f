import {msg} from '@lit/localize';
import {sentences} from '../../src/i18n/format.js';
import type {Account} from '../../src/schemas/party.js';
import {verdictTitle} from '../ui/certificate-choice.js';
import type {Entry} from '../ui/entries.js';
import {textOf} from '../ui/fields.js';
import {clearedBy} from './clearing.js';
import {guaranteePath, type Draft} from './draft.js';
import {understood} from './echo.js';
import type {SectionName} from './field.js';
import type {ApplicationModel} from './model.js';
import {codePath, companions} from './companions.js';
import {isControl} from './control.js';
import {judgedOf} from './judged.js';
import {guaranteeKinds} from './kinds.js';
import type {Pickers} from './pickers.js';
import {switchDefaults, withDefaults} from './suggestions.js';

/** What editing needs of the form around it. */
export interface EditingHost {
  readonly model: ApplicationModel;
  readonly pickers: Pickers;
  readonly account: () => Account | undefined;
  /** The person changed something. */
  readonly changed: () => void;
  readonly announce: (text: string) => void;
}

/** What stood in fields of a section before they were all changed at once. */
export interface Undoable {
  section: SectionName;
  texts: Draft;
  by: 'cleared' | 'copied' | 'pasted';
}

const undoTexts: Record<Undoable['by'], () => string> = {
  cleared: () => msg('入力した内容をクリアしました。'),
  copied: () => msg('以前の申込みから写しました。'),
  pasted: () => msg('貼り付けた内容を反映しました。'),
};
/** What was done that can be taken back. */
export const undoText = (by: Undoable['by']): string => undoTexts[by]();

/** What a person does to the fields. One listener hears of all of them. */
export class Editing {
  /** The last clearing or copying, as long as it can be taken back. */
  cleared: Undoable | undefined;
  readonly #host: EditingHost;

  constructor(host: EditingHost) {
    this.#host = host;
  }

  handleInput = ({target}: Event): void => {
    if (!isControl(target)) return;
    const {model, account} = this.#host;
    const text = textOf(target);
    if (target instanceof HTMLInputElement && /checkbox|radio/.test(target.type)) {
      model.suggest(switchDefaults(target.name, text, model.draft, account()));
    }
    this.write({[target.name]: text, ...companions(target.name)});
    this.#sayVerdict(target.name, text);
  };

  /** Whether the obligee takes it stands below what was just chosen; nobody would look there who cannot see it. */
  #sayVerdict(path: string, text: string) {
    const {model, announce} = this.#host;
    const kind =
      text === 'electronic' && guaranteeKinds.find(each => path === guaranteePath(each, 'certificateForm'));
    if (kind) announce(verdictTitle(judgedOf(model, kind)));
  }

  /** The person has left a field after changing it. */
  leave(path: string): void {
    const {model} = this.#host;
    // Chromium scrolls to a focused field whose value is set, away from the button that is just being pressed.
    setTimeout(() => {
      this.#tidy(path);
      this.#say(path);
    });
    const code = codePath(path);
    if (code && !model.text(code)) void this.#recognise(path);
  }

  /** Shows what was understood; that letters were replaced is said aloud. */
  #tidy(path: string) {
    const {model, changed, announce} = this.#host;
    if (!model.tidy(path)) return;
    changed();
    if (path.includes('depositBank')) announce(msg('全角に変換しました。'));
  }

  /** Says what stands below the field by now. */
  #say(path: string) {
    const words = understood(this.#host.model, path);
    if (words) this.#host.announce(words);
  }

  /** Writes what the person meant. */
  write(texts: Draft): void {
    this.cleared = undefined;
    this.#host.model.write(texts);
    this.#host.changed();
  }

  /** Takes an entry of a list, name and code. */
  pick = (path: string, entry: Pick<Entry, 'value' | 'label'>): void =>
    this.write({[path]: entry.label, ...companions(path, entry.value)});

  /** Empties a section; `undo()` puts everything back. */
  clear(section: SectionName): void {
    const texts = clearedBy(section, this.#host.model.draft);
    this.write(Object.fromEntries(Object.keys(texts).map(path => [path, ''])));
    this.cleared = {section, texts, by: 'cleared'};
    this.#host.announce(sentences(undoText('cleared'), msg('「元に戻す」で戻せます。')));
  }

  /** Takes over what an earlier application or a pasted row says; `undo()` puts back what stood there. */
  takeOver(section: SectionName, given: Draft, by: 'copied' | 'pasted' = 'copied'): void {
    const {model, announce, account} = this.#host;
    const texts = withDefaults(given, model.draft, account());
    const before = Object.fromEntries(Object.keys(texts).map(path => [path, model.text(path)]));
    this.write(texts);
    this.cleared = {section, texts: before, by};
    announce(sentences(undoText(by), msg('「元に戻す」で戻せます。')));
    if (by === 'pasted')
      for (const path of Object.keys(texts)) if (codePath(path)) void this.#recognise(path);
  }

  undo(): void {
    if (this.cleared) this.write(this.cleared.texts);
  }

  /** A name typed out in full is as good as one picked. */
  async #recognise(path: string) {
    const {model, pickers} = this.#host;
    const typed = model.text(path);
    const entry = await pickers.named(path, model.draft, typed);
    if (!entry || model.text(path) !== typed) return;
    model.write(companions(path, entry.value)); // nothing that the person did, so what can be undone stays
    this.#host.changed();
  }
}
