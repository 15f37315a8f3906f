import {after} from 'node:test';
import {openPgliteStore} from '../../demo/sandbox/store/pglite.js';
import {createZenginBanks} from '../../demo/zengin-banks.js';
import {describeApi} from './support/api-suite.js';
import {temporaryFolder} from './support/data-directory.js';

const folder = temporaryFolder();
describeApi('the embedded database', () => openPgliteStore(folder.path), {banks: createZenginBanks()});
after(folder.remove);
