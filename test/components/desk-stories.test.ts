import {expect, fixture} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import * as stories from '../../stories/desk.stories.js';
import '../support/desk.js';
import {settled} from '../support/mount.js';

interface StoryModule {
  loaders?: (() => Promise<object>)[];
  render: (args: object, context: {loaded: object}) => TemplateResult;
}

describe('the stories of surety-desk', () => {
  for (const [name, story] of Object.entries(stories)) {
    if (name === 'default') continue;
    it(`「${name}」 is accessible`, async () => {
      const {loaders = [], render} = story as unknown as StoryModule;
      const loaded = Object.assign({}, ...(await Promise.all(loaders.map(load => load())))) as object;
      const canvas = await fixture<HTMLElement>(html`<div>${render({}, {loaded})}</div>`);
      const desk = canvas.querySelector('surety-desk');
      if (!desk) throw new Error('The story shows no desk.');
      if (name !== '読み込み中') await settled(desk);
      await expect(desk).to.be.accessible();
    });
  }
});
