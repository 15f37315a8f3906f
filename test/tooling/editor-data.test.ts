import assert from 'node:assert/strict';
import {test} from 'node:test';
import {vscodeData, webTypes} from '../../src/entries/build/editor-data.js';
import type {Manifest} from '../../src/entries/build/manifest.js';

const manifest: Manifest = {
  modules: [
    {
      declarations: [
        {
          tagName: 'surety-sample',
          description: '見本',
          attributes: [
            {name: 'drafts', type: {text: "'off' | 'session'"}, description: 'Keeps what was typed.'},
            {name: 'name', type: {text: 'string | undefined'}},
          ],
          members: [
            {kind: 'field', name: 'drafts', attribute: 'drafts'},
            {kind: 'field', name: 'getToken', type: {text: 'GetToken | undefined'}},
            {kind: 'method', name: 'reload'},
          ],
          events: [{name: 'surety-error', description: 'Something failed.'}],
          slots: [{name: 'error'}],
          cssParts: [{name: 'heading'}],
        },
      ],
    },
    {declarations: [{}]},
  ],
};

test('VS Code is told the attributes, and the values of those that take few', () => {
  const {tags} = vscodeData(manifest);
  assert.deepEqual(tags[0]?.attributes, [
    {name: 'drafts', description: 'Keeps what was typed.', values: [{name: 'off'}, {name: 'session'}]},
    {name: 'name'},
  ]);
  assert.match(tags[0]?.description ?? '', /^見本\n\nEvents:\n- `surety-error`: Something failed\.$/);
});

test('web-types know what only a script can set, and no methods among it', () => {
  const [element] = webTypes(manifest, '1.2.3').contributions.html.elements;
  assert.deepEqual(element?.js, {
    properties: [{name: 'getToken', type: 'GetToken | undefined'}],
    events: [{name: 'surety-error', description: 'Something failed.'}],
  });
  assert.deepEqual(element?.css, {parts: [{name: 'heading'}]});
});
