import {SuretyError} from '../../src/errors.js';

/**
 * Code that is fetched when it is first needed.
 * @throws {SuretyError} `asset-load` when it cannot be had.
 */
export const lateCode = <Code>(code: Promise<Code>): Promise<Code> =>
  code.catch((cause: unknown) => {
    throw new SuretyError('asset-load', 'Code of surety-elements could not be loaded.', {cause});
  });
