import {msg} from '@lit/localize';
import {html} from 'lit';
import {clearLabel} from './clearing.js';
import type {SectionName} from './field.js';
import {sectionTitle} from './frame.js';
import {guaranteesSection} from './guarantees-section.js';
import {otherSection} from './other-section.js';
import type {WholeView} from './whole-view.js';

/** 「保証の申込内容」 and 「その他」, each with the button that empties it. */
export const laterSection = (view: WholeView, section: Exclude<SectionName, 'works'>) =>
  html`<div class="panel-head">
      <h4>${section === 'other' ? msg('インフォメーション') : sectionTitle(section)}</h4>
      <button part="button" type="button" class="plain no-print" data-act="clear">
        ${clearLabel(section)}
      </button>
    </div>
    ${view.extras?.undo(section)} ${section === 'guarantees' ? guaranteesSection(view) : otherSection(view)}`;
