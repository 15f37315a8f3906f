import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import '../../components/contract-detail/define.js';
import '../../components/desk/define.js';
import '../../components/guide/define.js';
import '../../components/obligee-directory/define.js';
import '../../components/certificate-selector/define.js';
import {readDirectory} from '../../demo/sandbox/data/directory.js';
import {leafletKeys} from '../../demo/sandbox/index.js';
import {eventually} from '../support/eventually.js';
import {mountWithSandbox, type MountSandboxOptions} from '../support/mount.js';

const NIKAHO = '052141';
/** にかほ市, with a page of its own that says so. */
const options: MountSandboxOptions = {
  now: () => new Date('2026-02-03T10:15:00+09:00'),
  obligees: readDirectory()
    .filter(({code}) => code === NIKAHO)
    .map(each => ({...each, rule: {...each.rule, url: 'https://www.city.example.jp/hosho'}})),
};
type Asked = HTMLElementEventMap['surety-external-link'];

/** All links of an element and of those inside it. */
function linksOf(el: Element): HTMLAnchorElement[] {
  const inside = [...(el.shadowRoot?.querySelectorAll('*') ?? [])];
  return inside.flatMap(each => (each instanceof HTMLAnchorElement ? each : linksOf(each)));
}

/** The first link of that kind, once it is drawn. */
async function linkTo(el: Element, start: RegExp): Promise<HTMLAnchorElement> {
  const find = () => linksOf(el).find(({href}) => start.test(href));
  await eventually(find, `there is no link to ${start}`);
  return find() as HTMLAnchorElement;
}

describe('a link to another site', () => {
  let asked: Asked[];
  let isStopped: boolean[];
  const stop = (event: Event) => event.preventDefault();
  const note = (event: Asked) => asked.push(event);
  /** The last to hear of a click: says whether it would lead away, and lets no test do so. */
  const watch = (event: Event) => {
    isStopped.push(event.defaultPrevented);
    event.preventDefault();
  };
  beforeEach(() => {
    [asked, isStopped] = [[], []];
    document.addEventListener('surety-external-link', note);
    for (const type of ['click', 'auxclick']) document.addEventListener(type, watch);
  });
  afterEach(() => {
    document.removeEventListener('surety-external-link', note);
    document.removeEventListener('surety-external-link', stop);
    for (const type of ['click', 'auxclick']) document.removeEventListener(type, watch);
  });

  const detail = html`<surety-contract-detail
    contract-number=${leafletKeys['advance-payment'].number}
  ></surety-contract-detail>`;
  const places = {
    'surety-guide': html`<surety-guide obligee-code=${NIKAHO}></surety-guide>`,
    'surety-contract-detail': detail,
    'surety-certificate-selector': html`<surety-certificate-selector
      obligee-code=${NIKAHO}
      value="electronic"
    ></surety-certificate-selector>`,
  };

  for (const [tag, template] of Object.entries(places)) {
    it(`of ${tag}: the page is asked once, with its address, and it leads there`, async () => {
      const {el} = await mountWithSandbox<HTMLElement>(template, options);
      const link = await linkTo(el, /^https:/);
      link.click();
      expect(asked.map(event => event.detail)).to.deep.equal([{url: link.href}]);
      expect(asked[0]?.target).to.equal(el);
      expect(isStopped).to.deep.equal([false]);
    });
  }

  it('stays where it is when the page says no, and the middle button asks as well', async () => {
    document.addEventListener('surety-external-link', stop);
    const {el} = await mountWithSandbox<HTMLElement>(places['surety-guide'], options);
    const link = await linkTo(el, /^https:/);
    link.click();
    link.dispatchEvent(
      new MouseEvent('auxclick', {button: 1, bubbles: true, composed: true, cancelable: true}),
    );
    expect(asked).to.have.length(2);
    expect(isStopped).to.deep.equal([true, true]);
  });

  it('is asked about once from within the desk', async () => {
    const {el} = await mountWithSandbox<HTMLElement>(
      html`<surety-desk
        view="contract"
        contract-number=${leafletKeys['advance-payment'].number}
      ></surety-desk>`,
      options,
    );
    (await linkTo(el, /^https:/)).click();
    expect(asked).to.have.length(1);
  });

  it('is nothing that phone, mail and the way to a place of the same page are', async () => {
    const {el} = await mountWithSandbox<HTMLElement>(places['surety-guide'], options);
    (await linkTo(el, /^tel:/)).click();
    (await linkTo(el, /^mailto:/)).click();
    expect(asked).to.deep.equal([]);
    expect(isStopped).to.deep.equal([false, false]);
  });

  it('of the page itself, put into a slot, is the page’s own matter', async () => {
    const provider = await fixture<HTMLElement>(
      html`<surety-provider api-base="/v1"
        ><surety-guide><a slot="empty" href="https://example.jp/">example</a></surety-guide></surety-provider
      >`,
    );
    const link = provider.querySelector('a');
    await eventually(() => link?.checkVisibility());
    link?.click();
    expect(asked).to.deep.equal([]);
    expect(isStopped).to.deep.equal([false]);
  });
});
