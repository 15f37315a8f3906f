import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {SuretyError} from '../../src/errors.js';
import {errorText} from '../../src/i18n/error-text.js';
import {createOfficeClient, type OfficeClient} from './office-client.js';

/** What the pages of the office have in common: the page's own styles, one client, and words for what fails. */
export abstract class OfficeElement extends LitElement {
  /** The office's API; shared by all of its elements. */
  @property({attribute: false}) client: OfficeClient = createOfficeClient();

  @state() protected failure: SuretyError | undefined;
  @state() protected isBusy = false;

  /** In the light DOM, so that `demo.css` styles the office like the other pages. */
  protected override createRenderRoot() {
    return this;
  }

  /** Does one thing at a time; what is thrown is shown in words. True when it went well. */
  protected async attempt(work: () => Promise<void>): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.failure = undefined;
    try {
      await work();
      return true;
    } catch (thrown) {
      this.failure = SuretyError.from(thrown);
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  /** What went wrong and, where it helps, the API's sentences on single fields. */
  protected renderFailure(retry?: () => void): TemplateResult | typeof nothing {
    if (!this.failure) return nothing;
    const {code, fields} = this.failure;
    return html`<div class="notice" data-kind="error" role="alert">
      <p>${errorText(code)}</p>
      ${
        fields.length
          ? html`<ul>
              ${fields.map(field => html`<li>${field.message}</li>`)}
            </ul>`
          : nothing
      }
      ${retry ? html`<button type="button" @click=${retry}>最新の内容を読み込む</button>` : nothing}
    </div>`;
  }
}

/** A list of facts: label and value. */
export const facts = (rows: readonly (readonly [label: string, value: unknown])[]): TemplateResult =>
  html`<dl class="facts">
    ${rows.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd translate="no">${value === '' || value === null || value === undefined ? '未入力' : value}</dd>
        </div>`,
    )}
  </dl>`;
