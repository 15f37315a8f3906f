import * as accounts from './accounts/handlers.js';
import * as answers from './answers/handlers.js';
import * as applications from './applications/handlers.js';
import * as banks from './banks/handlers.js';
import * as certificates from './certificates/handlers.js';
import * as contracts from './contracts/handlers.js';
import * as directory from './directory/handlers.js';
import * as mails from './mails/handlers.js';
import * as office from './office/handlers.js';
import type {EndpointName, Handler} from './platform/call.js';
import * as registerChecks from './register/checks.js';
import * as registerEntries from './register/entries.js';
import * as webhooks from './webhooks/handlers.js';

/** The handler of each endpoint. A handler has the name of its endpoint; one without does not compile. */
export const handlers: {readonly [Name in EndpointName]: Handler<Name>} = {
  ...accounts,
  ...answers,
  ...applications,
  ...banks,
  ...certificates,
  ...contracts,
  ...directory,
  ...mails,
  ...office,
  ...registerChecks,
  ...registerEntries,
  ...webhooks,
};
