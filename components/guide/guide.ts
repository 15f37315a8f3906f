import {msg} from '@lit/localize';
import {initialState, Task} from '@lit/task';
import {html} from 'lit';
import {property} from 'lit/decorators.js';
import {dayInJapan} from '../../src/domain/instant.js';
import {SuretyError} from '../../src/errors.js';
import {abortOnLeave} from '../kernel/abortable.js';
import {factsStyles} from '../ui/facts.styles.js';
import {buttonStyles} from '../ui/button.styles.js';
import {hostStyles} from '../ui/host.styles.js';
import {obligeeRuleStyles} from '../ui/obligee-rule.styles.js';
import {endPrintOut, printOut} from '../ui/print.js';
import {empty, loading} from '../kernel/states.js';
import {SuretyElement} from '../kernel/surety-element.js';
import {styles} from './guide.styles.js';
import {leaflet, type LeafletData} from './leaflet.js';
import {mechanismStyles} from './mechanism.styles.js';

const leafletStyles = [...hostStyles, factsStyles, obligeeRuleStyles, mechanismStyles, styles];

/**
 * The announcement that an obligee puts on its site with one tag: that electronic guarantees have begun, for what,
 * how they work, what to do, and whom to contact. It states only what its data says.
 * @tagname surety-guide
 * @fires {CustomEvent<{url: string}>} surety-external-link - Right before a link leads to the page of the obligee; cancellable.
 * @fires {CustomEvent<{error: SuretyError}>} surety-error - The announcement could not be fetched.
 * @slot empty - Shown while no `obligee-code` is given.
 * @slot loading - Shown while the announcement is fetched.
 * @slot error - Shown when the announcement could not be fetched.
 * @csspart leaflet - The whole announcement.
 * @csspart header - Heading, start and the word about paper.
 * @csspart section - One numbered section.
 * @csspart picture - The picture of how it works.
 * @csspart quote - The obligee's own words with their source and date.
 * @csspart source-link - The link to the page they stand on.
 * @csspart print - 「この案内を印刷」.
 * @csspart button - A button without a part of its own.
 */
export class SuretyGuide extends SuretyElement {
  static override styles = [...leafletStyles, buttonStyles];

  /** 全国地方公共団体コード of the obligee, or its code in the directory. */
  @property({attribute: 'obligee-code'}) obligeeCode = '';
  /** Code of the surety's branch to contact; left out, the one named after the prefecture. */
  @property({attribute: 'branch-code'}) branchCode = '';
  /** The day for which the heading is written, `YYYY-MM-DD`; today in Japan when left out. */
  @property() today = '';

  readonly #data = new Task(this, {
    args: () => [this.source, this.obligeeCode.trim(), this.attempt] as const,
    task: async ([source, code], {signal}) => {
      if (!source || !code) return initialState;
      const client = await this.client();
      const [obligee, surety] = await Promise.all([
        client.getObligee(code, {signal}),
        client.getSurety({signal}),
      ]);
      return {obligee, surety};
    },
    onError: thrown => this.report(thrown),
  });

  constructor() {
    super();
    abortOnLeave(this, this.#data);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    endPrintOut(this);
  }

  protected override renderContent() {
    return this.#data.render({
      initial: () => html`<slot name="empty">${empty(msg('発注者が選ばれていません。'))}</slot>`,
      pending: () => html`<slot name="loading">${loading()}</slot>`,
      complete: fetched => this.#renderLeaflet(fetched),
      error: thrown => (isUnknown(thrown) ? renderUnknown() : this.renderFailure(thrown)),
    });
  }

  #renderLeaflet(fetched: Pick<LeafletData, 'obligee' | 'surety'>) {
    const data = {
      ...fetched,
      today: this.today || dayInJapan(new Date()),
      branchCode: this.branchCode.trim(),
    };
    return html`${leaflet(data)}
      <p class="print no-print">
        <button
          type="button"
          part="print"
          @click=${() => printOut(this, {content: leaflet(data), styles: leafletStyles})}
        >
          ${msg('この案内を印刷')}
        </button>
      </p>`;
  }
}

const isUnknown = (thrown: unknown) => SuretyError.from(thrown).code === 'not-found';

/** Without a way to try again: the code is not in the directory. */
const renderUnknown = () =>
  html`<slot name="error"
    ><div class="notice" data-kind="error" part="error" role="alert">
      <p>${msg('この発注者の案内は、まだありません。')}</p>
      <p class="detail">${msg('電子保証を利用できるかは、発注者にご確認ください。')}</p>
    </div></slot
  >`;

declare global {
  interface HTMLElementTagNameMap {
    'surety-guide': SuretyGuide;
  }
}
