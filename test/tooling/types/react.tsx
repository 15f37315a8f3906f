import '../../../src/entries/jsx.js';
import {SuretyContractList, SuretyGuide} from '../../../src/entries/react.js';

/* Compiled by `npm run typecheck` only: what a React developer may write, and what the compiler refuses. */

export const fine = [
  <surety-guide obligeeCode="052141" onsurety-error={({detail}) => detail.error.code} />,
  <surety-guide obligee-code="052141" lang="ja" className="wide" />,
  <SuretyGuide obligeeCode="052141" onSuretyError={({detail}) => detail.error.code} />,
  <SuretyContractList view="contracts" onSuretyContractSelect={({detail}) => detail.contractNumber} />,
];

export const refused = [
  // @ts-expect-error no such property
  <SuretyGuide obligee="052141" />,
  // @ts-expect-error a number is no code
  <surety-guide obligee-code={5} />,
  // @ts-expect-error the detail holds no key
  <SuretyContractList onSuretyContractSelect={({detail}) => detail.authKey} />,
  // @ts-expect-error methods are no properties
  <SuretyGuide reload={() => undefined} />,
];
