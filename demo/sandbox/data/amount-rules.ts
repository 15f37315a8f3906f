import {type AmountRule, amountRuleList} from '../../../src/schemas/amount-rule.js';
import rules from './advance-payment-rules.json';

/** What obligees say about amounts, in the file's order. */
export const amountRules: readonly AmountRule[] = amountRuleList.parse({items: rules}).items;
