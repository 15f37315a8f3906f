import type {SuretyClient} from '../../src/api/client.js';
import type {SuretyError} from '../../src/errors.js';
import type {SuretyElement} from '../kernel/surety-element.js';
import type {Announcer} from '../ui/announcer.js';

/** What the panels of the element share. */
export interface PanelContext {
  readonly host: SuretyElement;
  readonly announcer: Announcer;
  client(): Promise<SuretyClient>;
  /** Tells the page of a failure. */
  report(error: SuretyError): void;
}
