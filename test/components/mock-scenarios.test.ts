import {expect, fixture, oneEvent} from '@open-wc/testing';
import {html} from 'lit';
import '../../components/certificate-check/define.js';
import '../../components/contract-list/define.js';
import '../../components/provider/define.js';
import type {SuretyContractList} from '../../components/contract-list/contract-list.js';
import type {MockScenario, SuretyOptions} from '../../src/config.js';
import {configure} from '../../src/config.js';
import {eventually} from '../support/eventually.js';
import {textOf} from '../support/shadow.js';

/** What a contractor reads in each scenario. */
const screens: Record<MockScenario, RegExp> = {
  normal: /にかほ市/,
  slow: /にかほ市/,
  'expired-token': /ログインの有効時間が過ぎました/,
  '503': /ただいまサービスを利用できません/,
  empty: /保証契約.*ありません/,
  many: /1,20\d件/,
};

async function mountList(scenario: MockScenario) {
  const provider = await fixture<HTMLElement>(
    html`<surety-provider environment="mock" scenario=${scenario}
      ><surety-contract-list></surety-contract-list
    ></surety-provider>`,
  );
  const list = provider.querySelector('surety-contract-list');
  if (!list) throw new Error('There is no list.');
  return list;
}

describe('environment="mock"', () => {
  const {fetch} = globalThis;
  const asked: string[] = [];
  before(async () => {
    await import('../../demo/sandbox/index.js'); // what takes its time is only its code
    globalThis.fetch = input => {
      asked.push(input instanceof Request ? input.url : input.toString());
      return Promise.reject(new TypeError('This page has no network.'));
    };
  });
  after(() => {
    globalThis.fetch = fetch;
  });

  for (const [scenario, words] of Object.entries(screens) as [MockScenario, RegExp][]) {
    it(`scenario="${scenario}" reaches its screen without a request`, async () => {
      const list = await mountList(scenario);
      if (scenario === 'slow') expect(list.shadowRoot?.querySelector('[part~=loading]')).to.not.equal(null);
      await eventually(() => words.test(textOf(list)), `${scenario}: ${words.source}`);
      await expect(list).to.be.accessible();
      expect(asked).to.deep.equal([]);
    });
  }

  it('tells the page to sign the person in again when the session has ended', async () => {
    const list = document.createElement('surety-contract-list');
    list.setAttribute('environment', 'mock');
    list.setAttribute('scenario', 'expired-token');
    setTimeout(() => document.body.append(list));
    const event: CustomEvent<{error: {code: string}}> = await oneEvent(list, 'surety-auth-required');
    expect(event.detail.error.code).to.equal('unauthorized');
    list.remove();
  });

  it('says which scenarios there are for one that is none', async () => {
    const list = await mountList('offline' as MockScenario);
    await eventually(() => textOf(list).includes('scenario="offline" は使えません'));
  });
});

describe('options of an element', () => {
  const shows = async (list: SuretyContractList, kind: 'empty' | 'normal') =>
    eventually(() => screens[kind].test(textOf(list)), `not ${kind}: ${textOf(list)}`);
  const clear: SuretyOptions = {environment: undefined, scenario: undefined};
  afterEach(() => configure(clear));

  // Each row sets `empty` where it stands, and `normal` in all sources after it.
  const rows = ['property', 'attribute', 'provider', 'configure'] as const;
  for (const [at, source] of rows.entries()) {
    it(`${source} wins over ${rows.slice(at + 1).join(', ') || 'nothing'}`, async () => {
      const setIn = (each: (typeof rows)[number]): MockScenario | undefined =>
        each === source ? 'empty' : rows.indexOf(each) > at ? 'normal' : undefined;
      configure({environment: 'mock', scenario: setIn('configure')});
      const provider = document.createElement('surety-provider');
      const list = document.createElement('surety-contract-list');
      for (const [element, each] of [
        [provider, 'provider'],
        [list, 'attribute'],
      ] as const) {
        const scenario = setIn(each);
        if (scenario) element.setAttribute('scenario', scenario);
      }
      const property = setIn('property');
      if (property) list.scenario = property;
      provider.append(list);
      document.body.append(provider);
      await shows(list, 'empty');
      provider.remove();
    });
  }
});
