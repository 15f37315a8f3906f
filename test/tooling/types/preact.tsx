/** @jsxImportSource preact */
import '../../../src/entries/preact.js';

/* Compiled by `npm run typecheck` only: what a Preact developer may write, and what the compiler refuses. */

export const fine = (
  <surety-contract-list view="contracts" onsurety-contract-select={({detail}) => detail.contractNumber} />
);

// @ts-expect-error no such view
export const refused = <surety-contract-list view="everything" />;
