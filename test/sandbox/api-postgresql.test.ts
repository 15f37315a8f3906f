import {after} from 'node:test';
import {openPostgresqlStore} from '../../demo/sandbox/store/sql.js';
import {createZenginBanks} from '../../demo/zengin-banks.js';
import {describeApi} from './support/api-suite.js';
import {startPostgresql} from './support/postgresql.js';

const database = await startPostgresql();
describeApi('PostgreSQL', () => openPostgresqlStore(database.url), {banks: createZenginBanks()});
after(() => database.stop());
