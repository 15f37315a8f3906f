import {msg, str} from '@lit/localize';
import {html, noChange, nothing} from 'lit';
import {fields, sectionNames, sectionTitle, type SectionName} from '../../../src/application/fields.js';
import type {Application} from '../../../src/schemas/application.js';
import {fieldRows} from '../fields-view.js';
import {STEP_TITLE_ID, type FormStore, type StepName} from '../form-store.js';
import {watch} from '../watch.js';

const steps: readonly StepName[] = ['edit', 'check', 'done'];

const stepTitles: Record<StepName, () => string> = {
  edit: () => msg('申込作成'),
  check: () => msg('申込確認'),
  done: () => msg('送信完了'),
};

/** What the form is about, below 「保証申込」. */
function formTitle(application: Application | undefined): string {
  if (!application) return msg('申込の作成(新規)');
  return application.state === 'returned' ? msg('申込の修正(差戻し)') : msg('申込の内容');
}

/** 「保証申込」, the company, help and whom to ask: the same in every step. */
export function formHeader({state: {known, openHelp, features}}: FormStore) {
  const isHelpOpen = openHelp === 'form';
  const company = known?.account.party.name;
  return html`<header class="frame" part="header">
    <div class="titles">
      <h2>${msg('保証申込')}</h2>
      <p class="subtitle">${formTitle(known?.application)}</p>
    </div>
    <p class="company">${company ? html`<span translate="no">${company}</span> ${msg('様')}` : nothing}</p>
    <button
      part="button"
      type="button"
      class="plain form-help no-print"
      data-help="form"
      aria-expanded=${isHelpOpen ? 'true' : 'false'}
      aria-controls="form-help"
    >
      ${msg('保証申込のヘルプ')}
    </button>
    <ul class="help-text" id="form-help" ?hidden=${!isHelpOpen}>
      ${isHelpOpen ? features?.help() : nothing}
    </ul>
    <p class="contact-line hint">
      ${msg('ご不明な点は申込先の営業部・支店までお気軽にお問い合わせください。')}
    </p>
  </header>`;
}

/** Where one stands in the three steps; told in words, not by colour. */
export const stepNavigation = (store: FormStore) =>
  watch(store, () => {
    const {step: current} = store.state;
    const hasErrors = current === 'edit' && store.shownIssues.length > 0;
    const at = steps.indexOf(current);
    const stateOf = (index: number) => {
      if (index < at || current === 'done') return msg('完了');
      if (index > at) return '';
      return hasErrors ? msg('エラー') : index ? msg('確認中') : msg('入力中');
    };
    return html`<nav class="steps" part="steps" aria-label=${msg('申込みの流れ')}>
      <p class="visually-hidden">${msg(str`全${steps.length}ステップ中、${at + 1}ステップ目まで到達済み`)}</p>
      <ol>
        ${steps.map(
          (step, index) =>
            html`<li
              aria-current=${step === current ? 'step' : nothing}
              data-state=${index < at ? 'done' : index === at ? 'current' : 'ahead'}
            >
              <span class="number" aria-hidden="true">${index + 1}</span>
              <span class="name">${stepTitles[step]()}</span>
              <span class="state">${stateOf(index)}</span>
            </li>`,
        )}
      </ol>
    </nav>`;
  });

/** The heading of a step; it takes the focus, so that its words are said once. */
export const stepHeading = (step: StepName) =>
  html`<h3 id=${STEP_TITLE_ID} class="step-title" tabindex="-1">
    <span class="visually-hidden">${msg(str`ステップ${steps.indexOf(step) + 1}／${steps.length}`)} </span
    >${stepTitles[step]()}
  </h3>`;

/** One tab, with the number of things to mend in its section. */
function tab(store: FormStore, section: SectionName) {
  const count = store.countIssues(section);
  const isCurrent = section === store.state.section;
  return html`<button
    part="button"
    type="button"
    role="tab"
    id=${`tab-${section}`}
    data-tab=${section}
    aria-selected=${isCurrent ? 'true' : 'false'}
    aria-controls=${store.isDrawn(section) ? `panel-${section}` : nothing}
    tabindex=${isCurrent ? '0' : '-1'}
  >
    ${sectionTitle(section)}${
      count
        ? html`<span class="count"
            >${count}${msg('件')}<span class="visually-hidden">${msg('の問題があります')}</span></span
          >`
        : nothing
    }
  </button>`;
}

/** Drawn after the panels: to change the focused tab makes the browser lay out what is drawn so far. */
const tabs = (store: FormStore) =>
  html`<div class="tabs no-print" part="tabs" role="tablist" aria-label=${msg('申込みの項目')}>
    ${watch(store, () => sectionNames.map(section => tab(store, section)), true)}
  </div>`;

/** Returns the section that a key leads to from a tab; nothing for other keys. */
export function sectionForKey(key: string, from: SectionName): SectionName | undefined {
  const at = sectionNames.indexOf(from);
  const last = sectionNames.length - 1;
  const next: Record<string, number> = {
    ArrowRight: at === last ? 0 : at + 1,
    ArrowLeft: at ? at - 1 : last,
    Home: 0,
    End: last,
  };
  return sectionNames[next[key] ?? -1];
}

function previousApplications({state: {features}}: FormStore) {
  const {isOpen, list} = features?.previousApplications() ?? {isOpen: false, list: nothing};
  return html`<div class="earlier no-print">
    <button
      part="button"
      type="button"
      class="plain"
      data-act="earlier"
      aria-expanded=${isOpen ? 'true' : 'false'}
    >
      ${msg('以前の申込みを見る・写す')}
    </button>
    ${list}
  </div>`;
}

const worksFields = fields.filter(({section}) => section === 'works');

/** 「請負工事の情報」. */
const worksSection = (store: FormStore) =>
  html`<div class="panel-head"><h4>${sectionTitle('works')}</h4></div>
    ${store.state.features?.undo('works')}
    ${store.state.known?.application ? nothing : previousApplications(store)} ${fieldRows(store, worksFields)}`;

/** What the edit step takes from the code beyond the first screen. */
export interface LaterParts {
  /** Errors, a pasted row, and why an application was sent back. */
  notices: unknown;
  section(name: Exclude<SectionName, 'works'>): unknown;
}

/** One section; drawn when it is in sight and not up to date. */
function panel(store: FormStore, section: SectionName, later: LaterParts) {
  const isCurrent = section === store.state.section;
  const isToDraw = store.takeDrawing(section);
  return html`<section
    class="panel"
    part="panel"
    role="tabpanel"
    id=${`panel-${section}`}
    aria-labelledby=${`tab-${section}`}
    ?hidden=${!isCurrent}
  >
    ${isToDraw ? (section === 'works' ? worksSection(store) : later.section(section)) : noChange}
  </section>`;
}

function actions(store: FormStore) {
  const {isReturning, isDisabled} = store.state;
  const [previous, next] = [store.neighbour(-1), store.neighbour(1)];
  return html`<div class="actions">
    ${
      isReturning || !next
        ? html`<button part="button" type="button" class="primary" data-act="check" ?disabled=${isDisabled}>
            ${isReturning ? msg('確認画面に戻る') : msg('申込内容を確認する')}
          </button>`
        : html`<button part="button" type="button" class="primary" data-turn="1">
              ${msg('次へ')}（${sectionTitle(next)}）
            </button>
            <button part="button" type="button" data-act="check" ?disabled=${isDisabled}>
              ${msg('申込内容を確認する')}
            </button>`
    }
    ${
      previous
        ? html`<button part="button" type="button" class="plain" data-turn="-1">
            ${msg('前へ')}（${sectionTitle(previous)}）
          </button>`
        : nothing
    }
  </div>`;
}

/** 「申込作成」: the sections as tabs, errors above them, and the way on below. */
export const editStep = (store: FormStore, later: LaterParts) =>
  html`${stepHeading('edit')} ${later.notices} ${tabs(store)}
    <form novalidate @submit=${(event: Event) => event.preventDefault()}>
      <fieldset class="all" ?disabled=${store.state.isDisabled}>
        ${sectionNames.map(section => (store.isDrawn(section) ? panel(store, section, later) : nothing))}
      </fieldset>
    </form>
    ${actions(store)}`;
