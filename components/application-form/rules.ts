import {checkDraft} from './check.js';
import {contentOf} from './content.js';
import {askedDatesOf, askedFactsOf} from './eligibility.js';
import {fieldAt, pathOfPointer} from './field-table.js';

/** All fields, how they are read, and what keeps an application from being sent. */
export const rules = {askedDatesOf, askedFactsOf, checkDraft, contentOf, fieldAt, pathOfPointer};
/** All fields, how they are read, and what keeps an application from being sent. */
export type Rules = typeof rules;
