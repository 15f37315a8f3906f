import {readFileSync, writeFileSync} from 'node:fs';
import {createSandbox} from '../../../demo/sandbox/index.js';
import {VERSION} from '../../version.js';
import {vscodeData, webTypes} from './editor-data.js';
import type {Manifest} from './manifest.js';
import {obligeeFeedSchema} from './obligee-feed-schema.js';

/* What other people's tools read: made of the manifest and of the reference API, so that nothing is said twice. */

const dist = new URL('../../../dist/', import.meta.url);
const write = (name: string, content: unknown) =>
  writeFileSync(new URL(name, dist), `${JSON.stringify(content, undefined, 2)}\n`);

const manifest = JSON.parse(readFileSync(new URL('custom-elements.json', dist), 'utf8')) as Manifest;
write('vscode.html-custom-data.json', vscodeData(manifest));
write('web-types.json', webTypes(manifest, VERSION));
write('obligee-feed.schema.json', obligeeFeedSchema());

const sandbox = createSandbox({seed: 'empty'});
const description = await sandbox.fetch(new Request('http://localhost/v1/openapi.json'));
write('openapi.json', await description.json());
await sandbox.close();
