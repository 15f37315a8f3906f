import {expect} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import '../../components/define-all.js';
import {leafletKeys} from '../../demo/sandbox/index.js';
import {mountForm} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';
import {countListeners} from '../support/listeners.js';
import {mountWithSandbox, settled, unmount} from '../support/mount.js';
import {textOf} from '../support/shadow.js';

const {number} = leafletKeys['advance-payment'];

/** One of each element, with what it needs to show something; that of the notice makes a PDF each time, and is tried with it. */
const elements: Record<string, {template: TemplateResult; role?: 'obligee'}> = {
  'application-form': {template: html`<surety-application-form></surety-application-form>`},
  'certificate-check': {
    template: html`<surety-certificate-check></surety-certificate-check>`,
    role: 'obligee',
  },
  'certificate-selector': {template: html`<surety-certificate-selector></surety-certificate-selector>`},
  'certificate-viewer': {
    template: html`<surety-certificate-viewer contract-number=${number}></surety-certificate-viewer>`,
  },
  'contract-detail': {
    template: html`<surety-contract-detail contract-number=${number}></surety-contract-detail>`,
  },
  'contract-list': {template: html`<surety-contract-list></surety-contract-list>`},
  desk: {template: html`<surety-desk></surety-desk>`},
  guide: {template: html`<surety-guide obligee-code="052141"></surety-guide>`},
  'obligee-directory': {template: html`<surety-obligee-directory></surety-obligee-directory>`},
  register: {template: html`<surety-register></surety-register>`, role: 'obligee'},
};

/** What a person finds in the element, and in the elements that it is made of. */
const wordsOf = (el: HTMLElement): string =>
  [el, ...(el.shadowRoot?.querySelectorAll('*') ?? [])]
    .filter(each => each.shadowRoot)
    .map(each => textOf(each))
    .join(' ');

describe('an element that the page moves about', () => {
  for (const [name, {template, role}] of Object.entries(elements)) {
    it(`surety-${name} shows the same after fifty moves, and leaves no listener behind`, async () => {
      await mountWithSandbox(template, {role}); // what the page keeps for all elements is there now
      unmount();
      const listeners = countListeners();
      try {
        const {el} = await mountWithSandbox<HTMLElement>(template, {role});
        expect(wordsOf(el)).to.not.equal('');
        const provider = el.parentElement;
        const inPlace = listeners.types;
        for (let move = 0; move < 50; move++) {
          el.remove();
          provider?.append(el);
          if (move % 10 === 0) await Promise.resolve();
        }
        const unmoved = el.cloneNode(true) as HTMLElement;
        el.after(unmoved);
        await eventually(
          () => wordsOf(el) === wordsOf(unmoved),
          'it shows something else than one that stayed',
        );
        unmoved.remove();
        expect(listeners.types).to.deep.equal(inPlace);
        unmount();
        await eventually(() => listeners.types.length === 0, `left: ${listeners.types.join()}`);
      } finally {
        listeners.stop();
      }
    });

    it(`a copy of surety-${name} is one of its own`, async () => {
      const {el} = await mountWithSandbox<HTMLElement>(template, {role});
      const copy = el.cloneNode(true) as HTMLElement;
      el.after(copy);
      await settled(copy);
      await eventually(() => wordsOf(copy) === wordsOf(el), 'the copy shows something else'); // a PDF takes its time
      expect(copy.shadowRoot?.querySelector('[part~=error]')).to.equal(null);
    });
  }

  it('keeps what was typed through all of it', async () => {
    const {form, el} = await mountForm();
    await form.fill('工事名', '髙﨑𠮷橋補修工事');
    const provider = el.parentElement;
    for (let move = 0; move < 50; move++) provider?.append(el);
    await settled(el);
    expect(form.value('工事名')).to.equal('髙﨑𠮷橋補修工事');
  });

  it('asks the API for nothing any more once it is gone', async () => {
    const signals: AbortSignal[] = [];
    const {el} = await mountWithSandbox<HTMLElement>(html`<surety-contract-list></surety-contract-list>`, {
      settle: false,
      intercept: ({signal}) => {
        signals.push(signal);
        return new Promise<never>(() => undefined);
      },
    });
    await eventually(() => signals.length > 0, 'nothing was asked');
    el.remove();
    await eventually(() => signals.every(({aborted}) => aborted), 'a request goes on');
  });
});
