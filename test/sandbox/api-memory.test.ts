import {createMemoryStore} from '../../demo/sandbox/store/memory.js';
import {describeApi} from './support/api-suite.js';

describeApi('memory', async () => createMemoryStore());
