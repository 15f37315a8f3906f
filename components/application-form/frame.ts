import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {Application} from '../../src/schemas/application.js';
import {sectionNames, type SectionName} from './field.js';

/** 「申込作成」 → 「申込確認」 → 「送信完了」. */
export type StepName = 'edit' | 'check' | 'done';
const steps: readonly StepName[] = ['edit', 'check', 'done'];

const stepTitles: Record<StepName, () => string> = {
  edit: () => msg('申込作成'),
  check: () => msg('申込確認'),
  done: () => msg('送信完了'),
};

const sectionTitles: Record<SectionName, () => string> = {
  works: () => msg('請負工事の情報'),
  guarantees: () => msg('保証の申込内容'),
  other: () => msg('その他'),
};
/** The words on a section's tab. */
export const sectionTitle = (section: SectionName): string => sectionTitles[section]();

/** Id of the heading that gets the focus when a step begins. */
export const STEP_TITLE_ID = 'step-title';

/** What the frame around all steps shows. */
export interface FrameOptions {
  title: string;
  company: string | undefined;
  isHelpOpen: boolean;
  /** Lines of the help, while it is open. */
  help: unknown;
}

/** 「保証申込」, the company, help and whom to ask: the same in every step. */
export const frame = ({title, company, isHelpOpen, help}: FrameOptions) =>
  html`<header class="frame" part="header">
    <div class="titles">
      <h2>${msg('保証申込')}</h2>
      <p class="subtitle">${title}</p>
    </div>
    ${company ? html`<p class="company"><span translate="no">${company}</span> ${msg('様')}</p>` : nothing}
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
      ${help}
    </ul>
    <p class="contact-line hint">
      ${msg('ご不明な点は申込先の営業部・支店までお気軽にお問い合わせください。')}
    </p>
  </header>`;

/** What the form is about, below 「保証申込」. */
export function formTitle(application: Application | undefined): string {
  if (!application) return msg('申込の作成(新規)');
  return application.state === 'returned' ? msg('申込の修正(差戻し)') : msg('申込の内容');
}

/** The machine has no line; typing goes on. */
export const offlineNotice = () =>
  html`<p class="notice" data-kind="warning" role="status">
    ${msg('インターネットに接続していません。入力は続けられます。送信は、接続が戻ってから行ってください。')}
  </p>`;

/** Where one stands in the three steps; told in words, not by colour. */
export function stepNavigation(current: StepName, hasErrors: boolean) {
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
}

/** The heading of a step; it takes the focus, so that its words are said once. */
export const stepHeading = (step: StepName) =>
  html`<h3 id=${STEP_TITLE_ID} class="step-title" tabindex="-1">
    <span class="visually-hidden">${msg(str`ステップ${steps.indexOf(step) + 1}／${steps.length}`)} </span
    >${stepTitles[step]()}
  </h3>`;

/** The sections as tabs, each with the number of things to mend in it. */
export const sectionTabs = (
  current: SectionName,
  countIssues: (section: SectionName) => number,
  isDrawn: (section: SectionName) => boolean,
) =>
  html`<div class="tabs no-print" part="tabs" role="tablist" aria-label=${msg('申込みの項目')}>
    ${sectionNames.map(section => {
      const count = countIssues(section);
      const isCurrent = section === current;
      return html`<button
        part="button"
        type="button"
        role="tab"
        id=${`tab-${section}`}
        data-tab=${section}
        aria-selected=${isCurrent ? 'true' : 'false'}
        aria-controls=${isDrawn(section) ? `panel-${section}` : nothing}
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
    })}
  </div>`;

/** The tab that a key leads to from another; nothing for other keys. */
export function tabForKey(key: string, from: SectionName): SectionName | undefined {
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
