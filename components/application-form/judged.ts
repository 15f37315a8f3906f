import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import type {Judged} from '../ui/certificate-choice.js';
import {eligibilityOf} from './eligibility.js';
import type {ApplicationModel} from './model.js';

/** What is known about the obligee that a guarantee of this form is for. */
export const judgedOf = (model: ApplicationModel, kind: GuaranteeKind): Judged => ({
  kind,
  obligeeName: model.text('obligee/name').trim(),
  eligibility: eligibilityOf(model, kind),
  isListed: !['', model.unlistedCode].includes(model.text('obligee/code')),
});
