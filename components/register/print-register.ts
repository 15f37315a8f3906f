import {msg} from '@lit/localize';
import {html} from 'lit';
import type {RegisterEntryPage} from '../../src/schemas/register-entry.js';
import {hostStyles} from '../ui/host.styles.js';
import {printOut} from '../ui/print.js';
import {MOST_PRINTED_ROWS, printText} from '../ui/printed-rows.js';
import {printStyles} from '../ui/printed-table.styles.js';
import {conditionsOf} from './register-filter.js';
import type {RegisterSearch} from './register-page.js';
import {renderEntries} from './register-table.js';

/** Prints the lines that fit, as a dense table on A4 without the rest of the page. */
export function printRegister(owner: object, page: RegisterEntryPage, search: RegisterSearch): void {
  const items = page.items.slice(0, MOST_PRINTED_ROWS);
  const content = html`<h2>${msg('保証証書の台帳')}</h2>
    <p class="conditions">${conditionsOf(search).join('、')}</p>
    <p class="count">${printText(page)}</p>
    ${renderEntries(items)}`;
  printOut(owner, {content, styles: [...hostStyles, printStyles]});
}
