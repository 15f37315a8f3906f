import {msg, str} from '@lit/localize';
import {initialState, Task} from '@lit/task';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {SuretyError} from '../../src/errors.js';
import {guaranteeName} from '../../src/i18n/terms.js';
import type {CertificateForm, GuaranteeKind} from '../../src/schemas/kinds.js';
import {abortOnLeave} from '../kernel/abortable.js';
import {certificateChoice, certificateForms, type Judged} from '../ui/certificate-choice.js';
import {certificateChoiceStyles} from '../ui/certificate-choice.styles.js';
import {emit} from '../kernel/events.js';
import {fieldStyles} from '../ui/field.styles.js';
import type {FieldForm} from '../ui/fields.js';
import {buttonStyles} from '../ui/button.styles.js';
import {hostStyles} from '../ui/host.styles.js';
import {SuretyElement} from '../kernel/surety-element.js';
import type {Answers, AskedFact, KnownWorks, Question} from './asked-facts.js';

/** Id of the first radio button; ids are the element's own, for they stand in its own root. */
const PATH = 'choice';

/** What judges and asks: fetched with the obligee, for without one there is nothing to judge. */
async function loadJudging() {
  try {
    const [facts, fields] = await Promise.all([import('./asked-facts.js'), import('./fact-fields.js')]);
    return {...facts, ...fields};
  } catch (cause) {
    throw new SuretyError('asset-load', 'Code of surety-elements could not be loaded.', {cause});
  }
}

/** Properties that the page's form depends on. */
const tellsForm = new Set<PropertyKey>(['value', 'required', 'name', 'guaranteeKind']);

/**
 * 「保証証書の形式について」 for any form: 証書(紙) or 電子保証(認証キーを含む), and whether the obligee takes it.
 * A control of the page's own form, like a group of radio buttons.
 * @tagname surety-certificate-selector
 * @fires {CustomEvent<{value: 'paper' | 'electronic' | ''}>} surety-certificate-change - The person chose.
 * @fires {CustomEvent<{works: object}>} surety-works-change - The person told a fact that was asked for; all that they told.
 * @fires {CustomEvent<{url: string}>} surety-external-link - Right before a link leads to the page of the obligee; cancellable.
 * @fires {CustomEvent<{error: SuretyError}>} surety-error - The obligee could not be fetched.
 * @fires {CustomEvent<{error: SuretyError}>} surety-auth-required - Sign the person in again, then call `reload()`.
 * @slot error - Shown when the obligee could not be fetched.
 * @csspart field - Label, radio buttons and notes.
 * @csspart facts - The fields for what the obligee's rule keys on and the page has not given.
 * @csspart verdict - Whether the obligee takes an electronic guarantee, and why.
 * @csspart button - A button without a part of its own.
 * @csspart input - A text field.
 * @csspart select - A list to choose from.
 * @csspart radio - One of several to choose.
 * @csspart checkbox - A box to tick.
 */
export class SuretyCertificateSelector extends SuretyElement implements FieldForm {
  static readonly formAssociated = true;
  static override styles = [...hostStyles, buttonStyles, fieldStyles, certificateChoiceStyles];

  /** Name under which the value goes into the page's form. */
  @property({reflect: true}) name = '';
  /** `paper`, `electronic` or nothing yet. The attribute is what a reset goes back to. */
  @property() value: CertificateForm | '' = '';
  /** Whether one of the two has to be chosen. */
  @property({type: Boolean, reflect: true}) required = false;
  /** Whether nothing can be chosen now. */
  @property({type: Boolean, reflect: true}) disabled = false;
  /** Code of the obligee in the directory; its rule is judged. */
  @property({attribute: 'obligee-code'}) obligeeCode = '';
  /** The guarantee that the certificate is of. */
  @property({attribute: 'guarantee-kind'}) guaranteeKind: GuaranteeKind = 'advance-payment';
  /** What the page knows of the works; of what the rule keys on besides, the person is asked the one fact that decides. */
  @property({attribute: false}) works: KnownWorks | undefined;

  /** @internal */
  @state() openHelp = '';
  @state() private isFormDisabled = false;
  @state() private isShown = false;
  @state() private answers: Answers = {};

  /** What was asked for so far, for the obligee that was chosen then. */
  #asked: AskedFact[] = [];
  #askedFor = '';

  #internals: ElementInternals | undefined = this.attachInternals?.();

  #loading = new Task(this, {
    args: () => [this.source, this.obligeeCode, this.attempt] as const,
    task: async ([source, code], {signal}) => {
      if (!source || !code) return initialState;
      const client = await this.client();
      const [obligee, surety, judging] = await Promise.all([
        client.getObligee(code, {signal}),
        client.getSurety({signal}),
        loadJudging(),
      ]);
      return {obligee, surety, judging};
    },
    onError: thrown => this.report(thrown),
  });

  constructor() {
    super();
    abortOnLeave(this, this.#loading);
    // Own words at the field instead of the browser's bubble.
    this.addEventListener('invalid', event => {
      event.preventDefault();
      this.isShown = true;
      this.focus();
    });
  }

  /** Whether a choice that is needed has been made. */
  checkValidity(): boolean {
    return this.#internals?.checkValidity() ?? true;
  }
  /** Like `checkValidity()`, and tells the person at the field. */
  reportValidity(): boolean {
    return this.#internals?.reportValidity() ?? true;
  }
  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals?.form ?? null;
  }

  /** Focuses the chosen radio button, else the first. */
  override focus(options?: FocusOptions): void {
    const radio = this.renderRoot.querySelector<HTMLElement>('input:checked') ?? this.#first;
    radio?.focus(options);
  }

  /** @internal */
  text(path: string): string {
    return path === PATH ? this.value : (this.answers[this.#factOf(path)?.fact ?? ''] ?? '');
  }
  /** @internal */
  error(path: string): string | undefined {
    if (path === PATH) return this.isShown && this.required && !this.value ? this.#missing : undefined;
    const asked = this.#factOf(path);
    const text = this.text(path);
    const judging = this.#judging;
    if (!asked || !judging || !text.trim() || !judging.isDay(asked.fact)) return undefined;
    return judging.dayError(text, asked);
  }

  /** @internal */
  formResetCallback(): void {
    const initial = this.getAttribute('value');
    this.value = certificateForms.find(form => form === initial) ?? '';
    this.isShown = false;
    this.answers = {};
    this.#asked = [];
  }
  /** @internal */
  formDisabledCallback(isDisabled: boolean): void {
    this.isFormDisabled = isDisabled;
  }
  /** @internal */
  formStateRestoreCallback(value: string): void {
    this.value = certificateForms.find(form => form === value) ?? '';
  }

  protected override willUpdate(): void {
    if (this.#askedFor !== this.obligeeCode) {
      this.#askedFor = this.obligeeCode;
      this.#asked = []; // a section, or a day, of another obligee's works
      this.answers = {};
    }
    const question = this.#question;
    const next =
      question && this.value === 'electronic' ? this.#judging?.nextFact(question, this.#works) : undefined;
    if (next && !this.#asked.some(({fact}) => fact === next.fact)) this.#asked = [...this.#asked, next];
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (![...changed.keys()].some(name => tellsForm.has(name))) return;
    this.#internals?.setFormValue(this.value || null);
    const first = this.#first;
    if (this.required && !this.value && first) {
      this.#internals?.setValidity({valueMissing: true}, this.#missing, first);
    } else this.#internals?.setValidity({});
  }

  protected override renderContent(): unknown {
    return html`<div @change=${this.#handleChange} @click=${this.#handleClick}>
      ${certificateChoice(this, {
        path: PATH,
        isRequired: this.required,
        isDisabled: this.disabled || this.isFormDisabled,
        help: msg(
          '「電子保証」を選ぶと、紙の証書の代わりに、保証契約番号と認証キーを発注者に知らせて手続きします。紙の保証証書も従来どおり選べます。',
        ),
        judged: this.#judged,
        panel: this.value === 'electronic' ? this.#judging?.factFields(this, this.#asked) : nothing,
      })}
      ${this.#loading.render({error: thrown => this.renderFailure(thrown)})}
    </div>`;
  }

  get #first(): HTMLElement | undefined {
    return this.renderRoot?.querySelector<HTMLElement>(`#${PATH}`) ?? undefined;
  }

  get #missing(): string {
    return msg(str`${guaranteeName(this.guaranteeKind)}の保証証書の形式を選んでください。`);
  }

  /** What is asked of which rule; nothing until the chosen obligee is there: another one's would be wrong. */
  get #question(): Question | undefined {
    const known = this.#loading.value;
    if (!known || known.obligee.code !== this.obligeeCode) return undefined;
    const {obligee, surety} = known;
    const {guaranteeKind} = this;
    return {rule: obligee.rule, guaranteeKind, surety: surety.name};
  }

  get #judging() {
    return this.#loading.value?.judging;
  }

  get #works(): KnownWorks {
    const judging = this.#judging;
    return judging ? judging.joinWorks(judging.answeredWorks(this.answers), this.works) : {};
  }

  get #judged(): Judged {
    const {guaranteeKind: kind} = this;
    const [question, judging] = [this.#question, this.#judging];
    if (!question || !judging) return {kind, obligeeName: '', eligibility: undefined};
    return {
      kind,
      obligeeName: question.rule.obligee,
      eligibility: judging.judgeWith(question, this.#works),
      fieldOf: fact => (this.#asked.some(each => each.fact === fact) ? judging.fieldId(fact) : undefined),
    };
  }

  #factOf(path: string): AskedFact | undefined {
    return this.#asked.find(({fact}) => this.#judging?.fieldId(fact) === path);
  }

  #handleChange = (event: Event) => {
    event.stopPropagation(); // the page hears of it by the typed event
    const {target} = event;
    if (!(target instanceof HTMLInputElement)) return;
    const asked = this.#factOf(target.name);
    if (asked) return this.#answer(asked, target.value);
    const chosen = target.value;
    this.value = certificateForms.find(form => form === chosen) ?? '';
    emit(this, 'surety-certificate-change', {value: this.value});
  };

  #answer({fact}: AskedFact, text: string) {
    this.answers = {...this.answers, [fact]: text};
    emit(this, 'surety-works-change', {works: this.#judging?.answeredWorks(this.answers) ?? {}});
  }

  #handleClick = (event: Event) => {
    const clicked = event.target instanceof Element ? event.target : undefined;
    if (clicked?.closest('[data-help]')) this.openHelp = this.openHelp ? '' : PATH;
    const link = clicked?.closest('[data-go]');
    if (!link) return;
    event.preventDefault(); // the page's address stays
    this.renderRoot.querySelector<HTMLElement>(`#${link.getAttribute('data-go') ?? ''}`)?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'surety-certificate-selector': SuretyCertificateSelector;
  }
}
