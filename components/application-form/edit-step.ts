import {msg} from '@lit/localize';
import {html, noChange, nothing} from 'lit';
import {sectionNames, type SectionName} from './field.js';
import {sectionTabs, sectionTitle, stepHeading} from './frame.js';
import type {Journey} from './journey.js';
import type {FormView} from './view.js';
import {worksSection} from './works-section.js';

/** What 申込作成 is drawn from. */
export interface EditView extends FormView {
  readonly journey: Journey;
  readonly isDisabled: boolean;
  /** The sections after the first, whose code comes later. */
  later(section: Exclude<SectionName, 'works'>): unknown;
}

function earlier({extras}: FormView) {
  return html`<div class="earlier no-print">
    <button
      part="button"
      type="button"
      class="plain"
      data-act="earlier"
      aria-expanded=${extras?.isEarlierOpen ? 'true' : 'false'}
    >
      ${msg('以前の申込みを見る・写す')}
    </button>
    ${extras?.earlier()}
  </div>`;
}

const firstSection = (view: FormView) =>
  html`<div class="panel-head"><h4>${sectionTitle('works')}</h4></div>
    ${view.extras?.undo('works')} ${view.application ? nothing : earlier(view)} ${worksSection(view)}`;

/** A section that is out of sight is not drawn again until it is looked at. */
function panel(view: EditView, section: SectionName, isCurrent: boolean) {
  const content = () => (section === 'works' ? firstSection(view) : view.later(section));
  return html`<section
    class="panel"
    part="panel"
    role="tabpanel"
    id=${`panel-${section}`}
    aria-labelledby=${`tab-${section}`}
    ?hidden=${!isCurrent}
  >
    ${isCurrent ? content() : noChange}
  </section>`;
}

function actions(journey: Journey) {
  const {isReturning} = journey;
  const [previous, next] = [journey.neighbour(-1), journey.neighbour(1)];
  return html`<div class="actions">
    ${
      isReturning || !next
        ? html`<button part="button" type="button" class="primary" data-act="check">
            ${isReturning ? msg('確認画面に戻る') : msg('申込内容を確認する')}
          </button>`
        : html`<button part="button" type="button" class="primary" data-turn="1">
              ${msg('次へ')}（${sectionTitle(next)}）
            </button>
            <button part="button" type="button" data-act="check">${msg('申込内容を確認する')}</button>`
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
export function editStep(view: EditView) {
  const {model, journey, isDisabled} = view;
  return html`${stepHeading('edit')} ${view.extras?.notices()}
    ${sectionTabs(journey.section, section => model.countIssues(section), journey.isDrawn)}
    <form novalidate @submit=${(event: Event) => event.preventDefault()}>
      <fieldset class="all" ?disabled=${isDisabled}>
        ${sectionNames.map(section =>
          journey.isDrawn(section) ? panel(view, section, section === journey.section) : nothing,
        )}
      </fieldset>
    </form>
    ${actions(journey)}`;
}
