import {msg} from '@lit/localize';
import {html, noChange, nothing} from 'lit';
import {errorSummary} from '../shared/error-summary.js';
import {clearLabel, isClearable} from './clearing.js';
import {undoText, type Undoable} from './editing.js';
import {sectionNames, type SectionName} from './field-table.js';
import {sectionTabs, sectionTitle, stepHeading} from './frame.js';
import {guaranteesSection} from './guarantees-section.js';
import type {Journey} from './journey.js';
import {otherSection} from './other-section.js';
import {returnNotice} from './notices.js';
import type {FormView} from './view.js';
import {worksSection} from './works-section.js';

const sectionTemplates = {works: worksSection, guarantees: guaranteesSection, other: otherSection};

const undoNotice = ({by}: Undoable) =>
  html`<div class="notice">
    <p>${undoText(by)}</p>
    <button type="button" data-act="undo">${msg('元に戻す')}</button>
  </div>`;

function panelContent(view: FormView, section: SectionName, undoable: Undoable | undefined) {
  return html`<div class="panel-head">
      <h4>${section === 'other' ? msg('インフォメーション') : sectionTitle(section)}</h4>
      ${
        isClearable(section)
          ? html`<button type="button" class="plain no-print" data-act="clear">
              ${clearLabel(section)}
            </button>`
          : nothing
      }
    </div>
    ${undoable ? undoNotice(undoable) : nothing}
    ${section === 'works' && !view.application ? view.earlier.render() : nothing}
    ${sectionTemplates[section](view)}`;
}

/** A section that is out of sight is not drawn again until it is looked at. */
function panel(view: FormView, section: SectionName, isCurrent: boolean, undoable: Undoable | undefined) {
  return html`<section
    class="panel"
    part="panel"
    role="tabpanel"
    id=${`panel-${section}`}
    aria-labelledby=${`tab-${section}`}
    ?hidden=${!isCurrent}
  >
    ${isCurrent ? panelContent(view, section, undoable) : noChange}
  </section>`;
}

function actions(journey: Journey) {
  const {isReturning} = journey;
  const [previous, next] = [journey.neighbour(-1), journey.neighbour(1)];
  return html`<div class="actions">
    ${
      isReturning || !next
        ? html`<button type="button" class="primary" data-act="check">
            ${isReturning ? msg('確認画面に戻る') : msg('申込内容を確認する')}
          </button>`
        : html`<button type="button" class="primary" data-act="next">
              ${msg('次へ')}（${sectionTitle(next)}）
            </button>
            <button type="button" data-act="check">${msg('申込内容を確認する')}</button>`
    }
    ${
      previous
        ? html`<button type="button" class="plain" data-act="previous">
            ${msg('前へ')}（${sectionTitle(previous)}）
          </button>`
        : nothing
    }
  </div>`;
}

/** 「申込作成」: the sections as tabs, errors above them, and the way on below. */
export function editStep(
  view: FormView,
  journey: Journey,
  undoable: Undoable | undefined,
  isDisabled: boolean,
) {
  const {model, application} = view;
  return html`${stepHeading('edit')} ${application?.returnReason ? returnNotice(application) : nothing}
    ${errorSummary(model.shownIssues)} ${view.pasting.render()}
    ${sectionTabs(journey.section, section => model.countIssues(section), journey.isDrawn)}
    <form novalidate @submit=${(event: Event) => event.preventDefault()}>
      <fieldset class="all" ?disabled=${isDisabled}>
        ${sectionNames.map(section =>
          journey.isDrawn(section)
            ? panel(
                view,
                section,
                section === journey.section,
                section === undoable?.section ? undoable : undefined,
              )
            : nothing,
        )}
      </fieldset>
    </form>
    ${actions(journey)}`;
}
