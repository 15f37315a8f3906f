/** Parts of the elements that the desk is made of: a page reaches them as `surety-desk::part(…)`, as if there were no desk around them. */
export const exportedParts =
  'button, buttons, certificate, changes, checkbox, chips, choice, csv, error-summary, facts, field, filter-toggle, filters, guarantee, hand-in, header, heading, history, input, key, key-panel, letter, more, notice, panel, paste, print, radio, receipt, record, returned, revisions, search, select, signature, standing, steps, submission, table, tabs, timeline';
