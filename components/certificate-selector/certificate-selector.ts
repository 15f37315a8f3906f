import {msg, str} from '@lit/localize';
import {initialState, Task} from '@lit/task';
import {html, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {judgeEligibility} from '../../src/domain/eligibility.js';
import {guaranteeName} from '../../src/i18n/terms.js';
import type {CertificateForm, GuaranteeKind} from '../../src/schemas/kinds.js';
import type {Works} from '../../src/schemas/works.js';
import {abortOnLeave} from '../shared/abort-on-leave.js';
import {certificateChoice, certificateForms, type Judged} from '../shared/certificate-choice.js';
import {certificateChoiceStyles} from '../shared/certificate-choice.styles.js';
import {emit} from '../shared/events.js';
import {fieldStyles} from '../shared/field.styles.js';
import type {FieldForm} from '../shared/fields.js';
import {buttonStyles, hostStyles} from '../shared/host.styles.js';
import {fetchObligeeAndSurety} from '../shared/obligee-and-surety.js';
import {SuretyElement} from '../shared/surety-element.js';

/** Id of the first radio button; ids are the element's own, for they stand in its own root. */
const PATH = 'choice';

/** Properties that the page's form depends on. */
const tellsForm = new Set<PropertyKey>(['value', 'required', 'name', 'guaranteeKind']);

/**
 * 「保証証書の形式について」 for any form: 証書(紙) or 電子保証(認証キーを含む), and whether the obligee takes it.
 * A control of the page's own form, like a group of radio buttons.
 * @tagname surety-certificate-selector
 * @fires {CustomEvent<{value: 'paper' | 'electronic' | ''}>} surety-certificate-change - The person chose.
 * @fires {CustomEvent<{error: SuretyError}>} surety-error - The obligee could not be fetched.
 * @fires {CustomEvent<{error: SuretyError}>} surety-auth-required - Sign the person in again, then call `reload()`.
 * @slot error - Shown when the obligee could not be fetched.
 * @csspart field - Label, radio buttons and notes.
 * @csspart verdict - Whether the obligee takes an electronic guarantee, and why.
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
  /** What is known of the works; dates that the rule keys on decide. */
  @property({attribute: false}) works: Partial<Pick<Works, 'kind' | 'signedOn' | 'dates'>> | undefined;

  /** @internal */
  @state() openHelp = '';
  @state() private isFormDisabled = false;
  @state() private isShown = false;

  #internals: ElementInternals | undefined = this.attachInternals?.();

  #loading = new Task(this, {
    args: () => [this.source, this.obligeeCode, this.attempt] as const,
    task: async ([source, code], {signal}) => {
      if (!source || !code) return initialState;
      return fetchObligeeAndSurety(await this.client(), code, signal);
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
  text(): string {
    return this.value;
  }
  /** @internal */
  error(path: string): string | undefined {
    return path === PATH && this.isShown && this.required && !this.value ? this.#missing : undefined;
  }

  /** @internal */
  formResetCallback(): void {
    const initial = this.getAttribute('value');
    this.value = certificateForms.find(form => form === initial) ?? '';
    this.isShown = false;
  }
  /** @internal */
  formDisabledCallback(isDisabled: boolean): void {
    this.isFormDisabled = isDisabled;
  }
  /** @internal */
  formStateRestoreCallback(value: string): void {
    this.value = certificateForms.find(form => form === value) ?? '';
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

  get #judged(): Judged {
    const {guaranteeKind: kind, works} = this;
    const known = this.#loading.value;
    // While another obligee is fetched, the old one's verdict would be about the wrong one.
    if (known?.obligee.code !== this.obligeeCode) return {kind, obligeeName: '', eligibility: undefined};
    const {obligee, surety} = known;
    const contract = works?.dates?.contract ?? works?.signedOn;
    const facts = {
      guaranteeKind: kind,
      surety: surety.name,
      dates: {...works?.dates, ...(contract && {contract})},
      ...(works?.kind && {worksKind: works.kind}),
    };
    return {kind, obligeeName: obligee.name, eligibility: judgeEligibility(obligee.rule, facts)};
  }

  #handleChange = (event: Event) => {
    event.stopPropagation(); // the page hears of it by the typed event
    const chosen = event.target instanceof HTMLInputElement ? event.target.value : '';
    this.value = certificateForms.find(form => form === chosen) ?? '';
    emit(this, 'surety-certificate-change', {value: this.value});
  };

  #handleClick = (event: Event) => {
    const isHelp = event.target instanceof Element && event.target.closest('[data-help]');
    if (isHelp) this.openHelp = this.openHelp ? '' : PATH;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'surety-certificate-selector': SuretyCertificateSelector;
  }
}
